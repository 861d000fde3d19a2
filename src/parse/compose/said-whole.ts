// Services of which a file says all that holds, so that what it does not say is missing.
import type { Compose, Service } from './model.ts';

/** Not those of fragments, nor those that take the rest from elsewhere: what they lack may stand there. */
export function wholeServices(file: Compose): Service[] {
  if (file.fragment || file.legacy) return [];
  return file.services.filter(({ node, get }) => node && !node.tag && !get('extends') && !get('provider'));
}

/** Names of services that work once and end: others wait for their end, or only a profile starts them. */
export function runOnce(file: Compose): ReadonlySet<string> {
  const awaited = file.services.flatMap(({ dependsOn }) =>
    dependsOn.flatMap(({ name, condition }) => (condition === 'service_completed_successfully' ? [name] : [])),
  );
  return new Set([...awaited, ...file.services.flatMap(({ name, profiles }) => (profiles.length > 0 ? [name] : []))]);
}
