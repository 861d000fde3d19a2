// What a change mounts, and what services lose or may write from then on.
import type { Volumes, VolumeUse } from '../inspection.ts';

interface Use extends VolumeUse {
  source: string;
  /** In words. */
  kind: 'volume' | 'host path';
}

export function toldVolumes(before: Volumes | null, after: Volumes): string[] {
  const [old, now] = [usesOf(before), usesOf(after)];
  const known = new Map(old.map((use) => [keyOf(use), use]));
  const still = new Set(now.map(keyOf));
  return [
    ...now.flatMap((use) => {
      const was = known.get(keyOf(use));
      if (was?.readOnly && !use.readOnly) return [`\`${use.service}\` may now write to the ${use.kind} \`${use.source}\`.`];
      if (was || use.kind === 'volume') return [];
      const how = use.readOnly ? 'read-only' : 'and may write there';
      return [`\`${use.service}\` now mounts the host path \`${use.source}\` at \`${use.target}\`, ${how}.`];
    }),
    ...old
      .filter((use) => use.kind === 'volume' && !still.has(keyOf(use)) && now.some(({ service }) => service === use.service))
      .map(
        (use) =>
          `\`${use.service}\` no longer mounts the volume \`${use.source}\` at \`${use.target}\`: what it kept there stays behind.`,
      ),
    ...sharing(before, after),
  ];
}

const usesOf = (volumes: Volumes | null): Use[] => [
  ...(volumes?.named ?? []).flatMap(({ name, uses }) => uses.map((use): Use => ({ source: name, kind: 'volume', ...use }))),
  ...(volumes?.paths ?? []).flatMap(({ path, uses }) => uses.map((use): Use => ({ source: path, kind: 'host path', ...use }))),
];

const keyOf = ({ kind, source, service, target }: Use): string => JSON.stringify([kind, source, service, target]);

/** Volumes that several services write. */
function sharing(before: Volumes | null, after: Volumes): string[] {
  if (!before) return [];
  const shared = new Set(before.named.filter((one) => writers(one.uses).length > 1).map(({ name }) => name));
  return after.named.flatMap(({ name, uses }) => {
    const who = writers(uses);
    return who.length < 2 || shared.has(name) ? [] : [`The volume \`${name}\` is now written by ${list(who)}.`];
  });
}

const writers = (uses: readonly VolumeUse[]): string[] => [
  ...new Set(uses.filter(({ readOnly }) => !readOnly).map(({ service }) => service)),
];

const list = (services: readonly string[]): string => {
  const shown = services.slice(0, 6).map((service) => `\`${service}\``);
  return services.length > 6 ? `${shown.join(', ')} and others` : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
};
