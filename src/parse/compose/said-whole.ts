// Services of which a file says all that holds, so that what it does not say is missing.
import type { Compose, Service } from './model.ts';

/** Not those of fragments, nor those that take the rest from elsewhere: what they lack may stand there. */
export function wholeServices(file: Compose): Service[] {
  if (file.fragment || file.legacy) return [];
  return file.services.filter(({ node, get }) => node && !node.tag && !get('extends') && !get('provider'));
}

/** Whether a service works once and ends: others wait for its end, or only a profile starts it. */
export function runsOnce(file: Compose, { name, profiles }: Service): boolean {
  if (profiles.length > 0) return true;
  return file.services.some(({ dependsOn }) =>
    dependsOn.some((one) => one.name === name && one.condition === 'service_completed_successfully'),
  );
}
