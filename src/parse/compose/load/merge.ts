// Merges one file's values over another's, by the rule of each key.
// https://github.com/compose-spec/compose-spec/blob/main/13-merge.md
import { code } from '../schema-words.ts';
import { mergePools } from './merge-pools.ts';
import { concatenated, namedMap } from './merge-sequences.ts';
import type { Tell } from './problem.ts';
import { into, meaningAt, type Spot, table } from './table.ts';
import type { Field, MapValue, Value } from './value.ts';
import { get, isNull, mapOf, stringOf } from './value.ts';

export interface Merging {
  tell: Tell;
  /** Told how many values are about to be brought together. */
  spend(values: number): void;
}

type Merger = (base: Value, over: Value, spot: Spot<Merger>, merging: Merging) => Value;

const sequences: Merger = (base, over, _, merging) => {
  const merged = concatenated(base, over, false);
  merging.spend(merged.items.length);
  return merged;
};
const replaced: Merger = (_, over) => over;
const named: Merger = (base, over, spot, merging) => {
  const [left, right] = [namedMap(base), namedMap(over)];
  return left && right ? mergeMaps(left, right, spot, merging) : (right ?? left ?? over);
};
const dependencies: Merger = (base, over, spot, merging) => {
  const started = (value: Value) => namedMap(value, (at) => mapOf({ condition: 'service_started', required: true }, at));
  const [left, right] = [started(base), started(over)];
  return left && right ? mergeMaps(left, right, spot, merging) : (right ?? left ?? over);
};
const build: Merger = (base, over, spot, merging) => {
  const long = (value: Value) => (stringOf(value) === undefined ? value : mapOf({ context: value }, value.at));
  const [left, right] = [long(base), long(over)];
  if (left.kind === 'map' && right.kind === 'map') return mergeMaps(left, right, spot, merging);
  return left.kind === 'map' ? left : right;
};
/** Options belong to one driver. */
const logging: Merger = (base, over, spot, merging) => {
  if (base.kind !== 'map' || over.kind !== 'map') return isNull(over) ? base : over;
  const [before, after] = [get(base, 'driver'), get(over, 'driver')];
  const same = !before || !after || stringOf(before) === stringOf(after);
  return same ? mergeMaps(base, over, spot, merging) : over;
};

const SERVICE_SEQUENCES = [
  'annotations',
  'build.args',
  'build.additional_contexts',
  'build.labels',
  'deploy.labels',
  'dns',
  'dns_opt',
  'dns_search',
  'env_file',
  'label_file',
  'environment',
  'labels',
  'volumes.*.volume.labels',
  'sysctls',
  'tmpfs',
];

const MERGERS = table<Merger>({
  'networks.*.ipam.config': (base, over) => mergePools(base, over),
  'networks.*.labels': sequences,
  'volumes.*.labels': sequences,
  ...Object.fromEntries(SERVICE_SEQUENCES.map((path) => [`services.*.${path}`, sequences])),
  'services.*.build': build,
  'services.*.build.extra_hosts': (base, over) => concatenated(base, over, true),
  'services.*.extra_hosts': (base, over) => concatenated(base, over, true),
  'services.*.command': replaced,
  'services.*.entrypoint': replaced,
  'services.*.healthcheck.test': replaced,
  'services.*.ulimits.*': replaced,
  'services.*.depends_on': dependencies,
  'services.*.logging': logging,
  'services.*.models': named,
  'services.*.networks': named,
});

const AT_SERVICE = into(into(MERGERS, 'services'), '*');

export const merge = (base: MapValue, over: MapValue, merging: Merging): MapValue => mergeMaps(base, over, MERGERS, merging);

export const mergeService = (base: MapValue, over: MapValue, merging: Merging): MapValue =>
  mergeMaps(base, over, AT_SERVICE, merging);

/** An item of a top-level section that an included file has too: what stands here wins. */
export function mergeResource(base: Value, over: Value, section: string, name: string, merging: Merging): Value {
  return mergeValues(base, over, into(into(MERGERS, section), name), merging);
}

function mergeValues(base: Value, over: Value, spot: Spot<Merger>, merging: Merging): Value {
  const special = meaningAt(spot);
  if (special) return special(base, over, spot, merging);
  if (isNull(over)) return base;
  if (base.kind === 'map' && over.kind === 'map') return mergeMaps(base, over, spot, merging);
  if (base.kind === 'list' && over.kind === 'list') {
    merging.spend(base.items.length + over.items.length);
    return { ...over, items: [...base.items, ...over.items] };
  }
  if (base.kind === 'scalar') return over;
  const [found, before] = [kindOf(over), kindOf(base)];
  const related = { at: base.at, message: `Here it is ${before}.` };
  const hint = 'Write both in the same form, or put `!override` before this one.';
  const message = `${code(textOf(over))} can't be merged: it is ${found}, and ${before} below it.`;
  merging.tell('form', 'unmergeable', over.at, message, { hint, related, of: over });
  return base;
}

function mergeMaps(base: MapValue, over: MapValue, spot: Spot<Merger>, merging: Merging): MapValue {
  merging.spend(base.fields.size + over.fields.size);
  const fields = new Map<string, Field>(base.fields);
  for (const [key, field] of over.fields) {
    const before = fields.get(key);
    const value = before ? mergeValues(before.value, field.value, into(spot, key), merging) : field.value;
    // An empty override takes nothing away: the value, and the place to mend it, remain.
    fields.set(key, before && value === before.value ? before : { key: field.key, value });
  }
  return { ...over, fields };
}

const kindOf = (value: Value): string => (value.kind === 'map' ? 'a map' : value.kind === 'list' ? 'a list' : 'a single value');
const textOf = (value: Value): string => (value.kind === 'scalar' ? String(value.value) : value.kind === 'map' ? '{…}' : '[…]');
