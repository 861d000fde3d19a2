// Variables of a whole document: every string with their values, cast to the type that its place wants.
import { code } from '../schema-words.ts';
import { CASTS, type Cast } from './casts.ts';
import { mapInside } from './map-values.ts';
import type { Tell } from './problem.ts';
import { type Lookup, type Room, substitute } from './substitute.ts';
import { into, meaningAt, type Spot } from './table.ts';
import type { ScalarValue, Value } from './value.ts';

export function interpolate(value: Value, lookup: Lookup, room: Room, tell: Tell): Value {
  return walk(value, CASTS, lookup, room, tell);
}

function walk(value: Value, spot: Spot<Cast>, lookup: Lookup, room: Room, tell: Tell): Value {
  if (value.kind === 'scalar')
    return typeof value.value === 'string' && !value.time ? string(value, value.value, spot, lookup, room, tell) : value;
  return mapInside(value, (inside, key) => walk(inside, into(spot, key), lookup, room, tell));
}

function string(node: ScalarValue, text: string, spot: Spot<Cast>, lookup: Lookup, room: Room, tell: Tell): ScalarValue {
  const result = substitute(text, lookup, room);
  const { unset, required, invalid } = result;
  if (required) {
    const reason = required.reason ? ` The file asks for ${code(required.reason)}.` : '';
    const message = `Nothing sets ${code(required.name)}: who starts the project must do so.${reason}`;
    tell('variables', 'required-variable', node.at, message, { cause: 'environment' });
    return { ...node, value: result.text, unset: [...unset, required.name] };
  }
  if (invalid !== undefined) {
    const hint = 'A `$` and a brace begin a variable: write its name and close the brace, or write `$$` for a dollar sign.';
    tell('variables', 'invalid-variable', node.at, `${code(text)} is no variable that Compose can read.`, { hint });
    return { ...node, value: text.replaceAll('$$', '$') };
  }
  const read: ScalarValue = result.text === text && unset.length === 0 ? node : { ...node, value: result.text };
  if (unset.length > 0) read.unset = unset;
  const cast = meaningAt(spot);
  return cast ? casted(read, result.text, cast, tell) : read;
}

function casted(node: ScalarValue, text: string, cast: Cast, tell: Tell): ScalarValue {
  const read = cast.read(text);
  if (read) return { ...node, ...read };
  tell('variables', 'wrong-type', node.at, `${code(text) === '``' ? 'Nothing' : code(text)} is not ${cast.expected}.`, {
    of: node,
  });
  return node;
}
