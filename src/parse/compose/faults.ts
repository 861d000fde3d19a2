// One mistake that the validator found → one problem in a person's words, at the exact key or value.
import { flagOf } from './flag.ts';
import { type Location, locate } from './locate.ts';
import type { SchemaProblem } from './model.ts';
import { type MapNode, type Node, type ScalarNode, usedAt } from './node.ts';
import { type Fault, type SchemaPart, schema } from './schema.generated.js';
import { code, expectedOf, foundOf, nameOf, ownerOf } from './schema-words.ts';

// In the specification since early 2026, and not yet in the schema that others publish.
const NEWER = new Set([
  'services.*.pre_start',
  'build.no_cache_filter',
  'build.provenance',
  'build.sbom',
  'watch.*.initial_sync',
]);

/** The nearest of the known words, if one is near. */
export type Guess = (word: string, known: readonly string[]) => string | null;

/** `null`: no mistake after all, because the environment decides or Compose casts the value first. */
export function problemOf(fault: Fault, root: MapNode, text: string, guess: Guess): SchemaProblem | null {
  const location = locate(root, fault.path);
  switch (fault.keyword) {
    case 'additionalProperties':
      return unknownKey(location, fault.params?.additionalProperty ?? '', guess);
    case 'required':
      return missingKey(location, fault.params?.missingProperty ?? '');
    case 'type':
      return decidedElsewhere(location) ? null : wrongType(location, text);
    default:
      return decidedElsewhere(location) ? null : wrongValue(location, fault.keyword, guess);
  }
}

/** https://github.com/compose-spec/compose-go/blob/main/loader/interpolate.go casts strings to booleans in `depends_on`. */
function decidedElsewhere({ node, keys }: Location): boolean {
  if (node.tag === '!reset') return true;
  if (node.kind !== 'scalar') return false;
  return node.interpolated || (keys[2] === 'depends_on' && keys.at(-1) === 'required' && flagOf(node) !== null);
}

function unknownKey(location: Location, key: string, guess: Guess): SchemaProblem | null {
  const { node, part } = location;
  const entry = node.kind === 'map' ? node.entry(key) : undefined;
  if (!entry) return null;
  const keys = [...location.keys, key];
  const place = placeOf({ ...entry.key, ...(entry.via && { via: entry.via }) });
  if (!part.properties) return { kind: 'wrong-value', keys, ...place, ...nameProblem(location, key) };
  if (isNewer(location, key)) {
    const message = `${code(key)} of ${ownerOf(location)} is known to recent versions of Compose only.`;
    return { kind: 'newer-key', keys, ...place, message };
  }
  const problem = { kind: 'unknown-key' as const, keys, ...place, message: `${code(key)} is no key of ${ownerOf(location)}.` };
  const elsewhere = ownerElsewhere(part, key);
  if (elsewhere) return { ...problem, hint: `${code(key)} belongs to ${elsewhere}.` };
  if (key.endsWith(':')) return { ...problem, hint: 'Between brackets a space must follow the `:`.' };
  const words = Object.keys(part.properties);
  const near = guess(key, words) ?? beganWith(key, words);
  const ours = part.patternProperties?.['^x-'] ? 'Remove it, or let it begin with `x-` if it is for other tools.' : 'Remove it.';
  if (!near) return { ...problem, hint: ours };
  const stands = place.writtenAt || (location.node.kind === 'map' && location.node.entry(near));
  const suggestion = stands ? {} : { suggestion: { text: near, range: entry.key.range } };
  return { ...problem, hint: `Did you mean ${code(near)}?`, ...suggestion };
}

/** `depends_on` for `depends`: the one word that goes on where this one ends. */
function beganWith(key: string, words: readonly string[]): string | null {
  const longer = key.length >= 4 ? words.filter((word) => word.startsWith(key)) : [];
  return longer.length === 1 ? (longer[0] ?? null) : null;
}

function ownerElsewhere(part: SchemaPart, key: string): string | null {
  if (part !== schema && schema.properties?.[key]) return 'the top level of the file';
  return part !== schema.definitions.service && schema.definitions.service?.properties?.[key] ? 'a service' : null;
}

function isNewer({ keys }: Location, key: string): boolean {
  return NEWER.has(
    `${keys.length === 2 ? `${keys[0]}.*` : /^\d+$/.test(keys.at(-1) ?? '') ? `${keys.at(-2)}.*` : keys.at(-1)}.${key}`,
  );
}

function nameProblem({ keys }: Location, key: string): { message: string; hint?: string } {
  if (key === '') return { message: `A name in ${code(keys.at(-1) ?? '')} is empty.` };
  const message = `${code(key)} is no name that Compose takes in ${code(keys.at(-1) ?? '')}.`;
  return { message, hint: 'Names are made of letters, digits, `.`, `_` and `-`.' };
}

function missingKey(location: Location, key: string): SchemaProblem {
  const { node, entry, keys } = location;
  const range = entry ? entry.key.range : { start: node.range.start, end: node.range.start + 1 };
  const first = node.kind === 'map' ? node.entries[0] : undefined;
  const at = entry || !first || first.via ? range : first.key.range;
  const place = placeOf({ range: at, ...(node.via && { via: node.via }) });
  return {
    kind: 'missing-key',
    keys: [...keys, key],
    ...place,
    message: `${code(key)} is missing in ${ownerOf(location)}.`,
    ...missingHint(location, key),
  };
}

function missingHint({ part }: Location, key: string): { hint?: string } {
  const allowed = part.properties?.[key]?.enum;
  return allowed ? { hint: `Allowed: ${allowed.map(code).join(', ')}.` } : {};
}

function wrongType(location: Location, text: string): SchemaProblem {
  const { node, entry, part, keys } = location;
  const message = `${nameOf(location)} must be ${expectedOf(part.type)}, found ${foundOf(node)}.`;
  const problem = { kind: 'wrong-type' as const, keys, message: message.charAt(0).toUpperCase() + message.slice(1) };
  if (node.kind !== 'scalar') return { ...problem, ...placeOf(entry ? keyPlace(location) : node) };
  if (node.value === null)
    return { ...problem, ...placeOf(entry ? keyPlace(location) : node), hint: 'Give it a value, or remove it.' };
  const right = rightType(location, node, text);
  if (!right) return { ...problem, ...placeOf(node) };
  return {
    ...problem,
    ...placeOf(node),
    hint: right.hint,
    ...(!node.via && { suggestion: { text: right.text, range: node.range } }),
  };
}

function rightType({ part, entry }: Location, node: ScalarNode, text: string): { text: string; hint: string } | null {
  const expected = [part.type ?? []].flat();
  if (entry?.key.string === 'restart' && node.value === false) return { text: '"no"', hint: 'Write `"no"`.' };
  const written = text.slice(node.range.start, node.range.end);
  if (expected.includes('string'))
    return typeof node.value === 'string' ? null : { text: `"${written}"`, hint: 'Put it in quotes.' };
  const items = [part.items?.type ?? []].flat();
  if (typeof node.value !== 'string' && !items.includes(typeof node.value)) return null;
  const simple = node.style === 'single' || node.style === 'double' || /^[\w./:=${}-]+$/.test(written);
  return expected.includes('array') && simple && !written.includes('\n')
    ? { text: `[${written}]`, hint: 'Write it as a list.' }
    : null;
}

function wrongValue(location: Location, keyword: Fault['keyword'], guess: Guess): SchemaProblem {
  const { node, part, keys } = location;
  const value = node.kind === 'scalar' ? node.string : '';
  const place = placeOf(node);
  const problem = { kind: 'wrong-value' as const, keys, ...place };
  const name = nameOf(location);
  if (keyword === 'minimum' || keyword === 'maximum') {
    const limit = keyword === 'minimum' ? `at least ${part.minimum}` : `at most ${part.maximum}`;
    return { ...problem, message: `${name} must be ${limit}, found ${code(value)}.` };
  }
  const allowed = part.enum ?? wordsOf(part.pattern ?? '');
  const message = `${code(value)} is no value of ${name}.`;
  if (!allowed.length) return { ...problem, message, hint: `It must match \`${part.pattern}\`.` };
  const near = guess(value, allowed);
  const hint = near ? `Did you mean ${code(near)}?` : `Allowed: ${allowed.map(code).join(', ')}.`;
  return { ...problem, message, hint, ...(near && !place.writtenAt && { suggestion: { text: near, range: node.range } }) };
}

/** Of a pattern of alternatives, those that are plain words. */
function wordsOf(pattern: string): string[] {
  const alternatives = pattern.replace(/^\^\(\?:(.*)\)\$$/, '$1').split('|');
  return alternatives.filter((word) => /^\w+$/.test(word));
}

const keyPlace = ({ node, entry }: Location) => {
  const via = entry?.via ?? node.via;
  return { range: entry?.key.range ?? node.range, ...(via && { via }) };
};

function placeOf(node: Pick<Node, 'range' | 'via'>): Pick<SchemaProblem, 'range' | 'writtenAt'> {
  return { range: usedAt(node), ...(node.via && { writtenAt: node.range }) };
}
