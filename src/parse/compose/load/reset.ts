// Takes away what another file marks with `!reset` or `!override`.
// https://github.com/compose-spec/compose-spec/blob/main/13-merge.md#reset-value
import type { Resets } from './from-node.ts';
import type { Field, MapValue, Value } from './value.ts';

interface Marked {
  whole: boolean;
  inside: Map<string, Marked>;
}

export function withoutMarked(root: MapValue, resets: Resets): MapValue {
  if (resets.length === 0) return root;
  const marks: Marked = { whole: false, inside: new Map() };
  for (const keys of resets) {
    let mark = marks;
    for (const key of keys) {
      const next = mark.inside.get(key) ?? { whole: false, inside: new Map() };
      mark.inside.set(key, next);
      mark = next;
    }
    mark.whole = true;
  }
  return strip(root, marks);
}

function strip(map: MapValue, { inside }: Marked): MapValue {
  const fields = new Map<string, Field>();
  for (const [key, field] of map.fields) {
    const mark = inside.get(key);
    if (!mark) fields.set(key, field);
    else if (!mark.whole) fields.set(key, { key: field.key, value: below(field.value, mark) });
  }
  return { ...map, fields };
}

/** Items of lists can't be taken away: Compose doesn't. */
const below = (value: Value, mark: Marked): Value => (value.kind === 'map' ? strip(value, mark) : value);
