// Sizes, durations, modes and the other amounts that are written with units or in other bases.

import { code } from '../../schema-words.ts';
import { decimalInteger, isInteger, printed } from '../number.ts';
import { isNull, stringOf } from '../value.ts';
import { durationText, nanoseconds } from './duration.ts';
import { refuse, type Shape } from './shape.ts';

const UNITS: Readonly<Record<string, number>> = { b: 0, k: 1, m: 2, g: 3, t: 4, p: 5 };

/** As bytes; `null`: no size. https://github.com/docker/go-units */
export function sizeInBytes(text: string): number | null {
  const whole = decimalInteger(text);
  if (whole !== null) return Number(whole);
  const [, number, unit = ''] = /^([0-9.]+) ?(|b|[kmgtp](?:i?b)?)$/i.exec(text) ?? [];
  if (number === undefined || !/^(?:[0-9]+\.?[0-9]*|\.[0-9]+)$/.test(number)) return null;
  return Math.trunc(Number(number) * 1024 ** (UNITS[unit.charAt(0).toLowerCase()] ?? 0));
}

/** Zero is left out; the number stands in a string. */
export const bytes: Shape = (value, tell) => {
  if (value.kind === 'scalar' && isInteger(value.value, value.float))
    return Number(value.value) === 0 ? undefined : printed(value);
  const text = stringOf(value);
  if (text === undefined) return undefined;
  const size = sizeInBytes(text);
  if (size !== null) return size === 0 ? undefined : String(size);
  const hint = 'Write a number and a unit, such as `512m` or `2g`.';
  tell('type', 'bad-size', value.at, `${code(text)} is no size.`, { hint, of: value });
  return undefined;
};

export const optionalDuration: Shape = (value, tell) => {
  if (isNull(value)) return undefined;
  const text = value.kind === 'scalar' ? printed(value) : '';
  const read = nanoseconds(text);
  if (read !== null) return durationText(read);
  const hint = 'Write a number and a unit, such as `30s` or `1m30s`.';
  tell('type', 'bad-duration', value.at, `${code(text)} is no duration.`, { hint, of: value });
  return undefined;
};
export const duration: Shape = (value, tell) => {
  const text = optionalDuration(value, tell);
  return text === '0s' ? undefined : text;
};

/** Of files: strings are octal, numbers are as they are. */
export const mode: Shape = (value, tell) => {
  if (isNull(value)) return undefined;
  if (value.kind === 'scalar' && isInteger(value.value, value.float)) return `0${BigInt(value.value).toString(8)}`;
  const text = stringOf(value) ?? '';
  return /^[-+]?[0-7]{1,21}$/.test(text)
    ? `0${BigInt(Number.parseInt(text, 8)).toString(8)}`
    : refuse(value, 'an octal mode such as `0440`', tell);
};

/** Of devices: `all` is -1. */
export const deviceCount: Shape = (value, tell) => {
  if (isNull(value)) return undefined;
  if (value.kind === 'scalar' && isInteger(value.value, value.float)) return Number(value.value) || undefined;
  const text = stringOf(value)?.toLowerCase() ?? '';
  const count = text === 'all' ? -1 : decimalInteger(text);
  return count === null ? refuse(value, '`all` or a whole number', tell) : Number(count) || undefined;
};
