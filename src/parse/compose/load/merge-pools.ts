// Address pools of a network: those of one subnet are merged, others stand side by side.
// https://github.com/compose-spec/compose-spec/blob/main/13-merge.md#unique-resources
import { POOLS } from './limits.ts';
import { get, type MapValue, stringOf, type Value } from './value.ts';

export function mergePools(base: Value, over: Value): Value {
  if (base.kind !== 'list' || over.kind !== 'list') return over;
  const pools = (items: readonly Value[]) => items.slice(0, POOLS).filter((item): item is MapValue => item.kind === 'map');
  const merged = new Map<string | undefined, MapValue>();
  for (const original of pools(base.items)) {
    let here = original;
    for (const pool of pools(over.items)) {
      const subnet = subnetOf(pool);
      if (subnet !== subnetOf(here) && !merged.has(subnet)) {
        merged.set(subnet, pool);
        continue;
      }
      here = { ...pool, fields: new Map([...here.fields, ...pool.fields]) };
      merged.set(subnetOf(here), here);
    }
  }
  return { ...over, items: [...merged.values()] };
}

const subnetOf = (pool: MapValue): string | undefined => stringOf(get(pool, 'subnet'));
