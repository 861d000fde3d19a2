// Keys that begin with `x-` where names are free, as in `environment`: Compose takes them for extensions there, too, and hands them on under one name.
// https://github.com/compose-spec/compose-go/blob/main/loader/loader.go (processExtensions)
import { printed } from '../number.ts';
import { type Field, type Value, withField } from '../value.ts';
import type { Shape } from './shape.ts';

const NAME = '#extensions';

/** The shape of a map with free names. */
export const extending =
  (shape: Shape): Shape =>
  (value, tell) =>
    shape(withExtensions(value), tell);

function withExtensions(value: Value): Value {
  if (value.kind !== 'map' || ![...value.fields.keys()].some(isExtension)) return value;
  const fields = new Map<string, Field>();
  const extensions = new Map<string, Field>();
  for (const [key, field] of value.fields) (isExtension(key) ? extensions : fields).set(key, field);
  return withField({ ...value, fields }, NAME, { kind: 'map', at: value.at, fields: extensions });
}

const isExtension = (key: string): boolean => key.startsWith('x-');

/** As `fmt.Sprint` prints maps and lists. */
export function printedValue(value: Value): string {
  if (value.kind === 'scalar') return printed(value);
  if (value.kind === 'list') return `[${value.items.map(printedValue).join(' ')}]`;
  const fields = [...value.fields].sort(([a], [b]) => (a < b ? -1 : 1));
  return `map[${fields.map(([key, field]) => `${key}:${printedValue(field.value)}`).join(' ')}]`;
}
