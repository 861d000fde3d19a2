// What the analyses of a project say after a change and did not say before it, in sentences.
import type { ProjectRemark } from '../picture.ts';
import type { Inspection } from './inspection.ts';
import { toldDependencies } from './told/dependencies.ts';
import { toldNetworks } from './told/networks.ts';
import { toldResources } from './told/resources.ts';
import { toldVolumes } from './told/volumes.ts';

/** Sentences of one topic. */
const MOST = 30;

/** `before`: `null` for a project that is new. */
export function told(before: Inspection | null, after: Inspection): ProjectRemark[] {
  const topics = [
    ['resources', toldResources(before, after)],
    ['networks', toldNetworks(before?.networks ?? null, after.networks)],
    ['volumes', toldVolumes(before?.volumes ?? null, after.volumes)],
    ['dependencies', toldDependencies(before?.dependencies ?? null, after.dependencies)],
    ['advice', before ? toldAdvice(before, after) : []],
  ] as const;
  return topics.flatMap(([topic, messages]) => {
    const more = messages.length - MOST;
    const listed = more > 0 ? [...messages.slice(0, MOST), `${more} more of this kind.`] : messages;
    return listed.map((message) => ({ topic, message }));
  });
}

function toldAdvice(before: Inspection, after: Inspection): string[] {
  return after.advice.flatMap(({ topic, message, services }) => {
    const known = new Set(before.advice.find((one) => one.message === message)?.services);
    const fresh = services.filter((service) => !known.has(service));
    // Limits of what changed are told among the resources.
    return fresh.length === 0 || topic === 'limits' ? [] : [`${names(fresh)}: ${message}`];
  });
}

const names = (services: readonly string[]): string =>
  `${services
    .slice(0, 5)
    .map((service) => `\`${service}\``)
    .join(', ')}${services.length > 5 ? ` and ${services.length - 5} more` : ''}`;
