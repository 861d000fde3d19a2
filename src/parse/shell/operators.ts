// The operators between commands and where they stand.
import type { Range } from '../../model.ts';
import type { Operator } from './model.ts';
import { type Place, rangeIn } from './place.ts';

export interface Separator {
  readonly operator: Operator;
  readonly range: Range;
}

/** `&&`, `||` or `|` behind the command that ends at `end`. */
export function separatorAt(place: Place, operator: '&&' | '||' | '|' | '|&', end: number): Separator {
  const found = place.joined.text.indexOf(operator, end);
  const pos = found < 0 ? end : found;
  return {
    operator: operator === '|&' ? '|' : operator,
    range: rangeIn(place, { pos, end: pos + (found < 0 ? 0 : operator.length) }),
  };
}

/** What stands between two statements: `;`, `&`, or a line end, which counts as an empty `;`. */
export function betweenStatements(place: Place, end: number): Separator {
  const { text } = place.joined;
  let pos = end;
  while (text.charAt(pos) === ' ' || text.charAt(pos) === '\t') pos++;
  const char = text.charAt(pos);
  if (char === ';' || char === '&') return { operator: char, range: rangeIn(place, { pos, end: pos + 1 }) };
  return { operator: ';', range: rangeIn(place, { pos: end, end }) };
}
