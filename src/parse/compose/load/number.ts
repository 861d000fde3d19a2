// Numbers as Go reads and prints them, where JavaScript does otherwise.
import type { Content, ScalarValue } from './value.ts';

const EXACT = Number.MAX_SAFE_INTEGER;
const INT64 = 2n ** 63n;
/** From this exponent on, Go prints a float as `1e+06`. https://pkg.go.dev/strconv#FormatFloat */
const SHORTEST_IN_FULL = 6;

/** A whole number as `number` where that is exact, else as `bigint`; `null` when 64 bits are too few. */
export function wholeNumber(text: string): number | bigint | null {
  const negative = text.startsWith('-');
  const digits = text.replace(/^[-+]/, '');
  if (digits.length > 70) return null;
  const octal = /^0[0-7]+$/.test(digits) ? `0o${digits.slice(1)}` : digits;
  const size = BigInt(octal);
  const value = negative ? -size : size;
  if (value >= 2n * INT64 || value < -INT64) return null;
  return value <= EXACT && value >= -EXACT ? Number(value) : value;
}

/** Of a string in decimal, as `strconv.ParseInt(text, 10, 64)` takes it. */
export function decimalInteger(text: string): number | bigint | null {
  if (!/^[-+]?[0-9]{1,40}$/.test(text)) return null;
  const value = BigInt(text.replace(/^\+/, ''));
  if (value >= INT64 || value < -INT64) return null;
  return value <= EXACT && value >= -EXACT ? Number(value) : value;
}

/** As `strconv.ParseFloat` takes it; hexadecimal mantissas are left out. */
export function decimalFloat(text: string): number | null {
  if (text.length > 400) return null;
  if (/^[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/.test(text)) return Number(text);
  const special = /^([-+]?)(inf|infinity|nan)$/i.exec(text);
  if (!special) return null;
  if (special[2]?.toLowerCase() === 'nan') return Number.NaN;
  return special[1] === '-' ? -Infinity : Infinity;
}

/** The shortest decimal number that is the same in 32 bits: what Go writes of a `float32`. */
export function float32(value: number): number {
  const single = Math.fround(value);
  for (let digits = 6; digits < 10; digits++) {
    const short = Number(single.toPrecision(digits));
    if (Math.fround(short) === single) return short;
  }
  return single;
}

/** As `fmt.Sprint` prints it. */
export function printed({ value, float }: Pick<ScalarValue, 'value' | 'float'>): string {
  if (value === null) return '<nil>';
  if (typeof value !== 'number') return String(value);
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  if (!float) return String(value);
  if (Object.is(value, -0)) return '-0';
  const exponent = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(value)));
  if (exponent >= -4 && exponent < SHORTEST_IN_FULL) return String(value);
  return value.toExponential().replace(/e([-+])(\d)$/, 'e$10$2');
}

export const isInteger = (value: Content, float?: boolean): value is number | bigint =>
  !float && (typeof value === 'number' || typeof value === 'bigint');
