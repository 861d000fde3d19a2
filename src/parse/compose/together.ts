// Which services can run at the same time.
import type { Service } from './model.ts';

/** Services of which each has profiles, but none in common, are mostly alternatives. */
export function runTogether(a: Service, b: Service): boolean {
  if (a.profiles.length === 0 || b.profiles.length === 0) return true;
  return a.profiles.some((profile) => b.profiles.includes(profile));
}
