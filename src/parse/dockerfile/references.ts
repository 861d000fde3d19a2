// The variables that a text refers to.
import { type Expandable, expansion } from './expand.ts';

/** Each once, also those in fallbacks; up to a fault. */
export function variablesIn(expandable: Expandable): string[] {
  const names = new Set<string>();
  if (!expandable.text.includes('$')) return [];
  expansion(expandable, (name) => {
    names.add(name);
    return { value: 'x' };
  });
  return [...names];
}
