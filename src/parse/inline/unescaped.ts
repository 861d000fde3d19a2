// The text that Compose hands on: `$$` is a dollar sign, variables stay as they are written and are known by their places.
import type { Range } from '../../model.ts';
import { closingBrace } from '../compose/interpolation.ts';

export interface Unescaped {
  readonly text: string;
  /** For each character of `text` the index of the one in the value that it begins at; one more for the end. */
  readonly from: Uint32Array;
  /** What the environment of who starts the project puts there. */
  readonly variables: readonly Range[];
}

export function unescaped(value: string): Unescaped {
  const pieces: string[] = [];
  const from = new Uint32Array(value.length + 1);
  const variables: Range[] = [];
  let length = 0;
  let at = 0;
  const take = (end: number) => {
    pieces.push(value.slice(at, end));
    while (at < end) from[length++] = at++;
  };
  for (let dollar = value.indexOf('$'); dollar >= 0; dollar = value.indexOf('$', at)) {
    take(dollar);
    const end = variableEnd(value, dollar);
    if (end > dollar) {
      variables.push({ start: length, end: length + end - dollar });
      take(end);
    } else {
      take(dollar + 1);
      if (value[at] === '$') at++;
    }
  }
  take(value.length);
  from[length] = value.length;
  return { text: pieces.join(''), from: from.subarray(0, length + 1), variables };
}

function variableEnd(value: string, dollar: number): number {
  if (value[dollar + 1] === '{') return closingBrace(value, dollar);
  let end = dollar + 1;
  if (/[A-Za-z_]/.test(value.charAt(end))) while (/\w/.test(value.charAt(end))) end++;
  return end > dollar + 1 ? end : dollar;
}
