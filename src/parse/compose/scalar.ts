// What an unquoted YAML scalar is to Compose's own reader (Go's yaml v4), and what it was to readers of YAML 1.1.
// https://github.com/yaml/go-yaml/blob/v4/internal/libyaml/resolver.go
import type { Yaml11Trap } from './node.ts';

const NULLS = new Set(['', '~', 'null', 'Null', 'NULL']);
const TRUE = new Set(['true', 'True', 'TRUE']);
const FALSE = new Set(['false', 'False', 'FALSE']);
const INTEGER = /^([-+]?)(?:0[xX]([0-9a-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9][0-9]*))$/;
const FLOAT = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
/** A float to that reader. */
const NEGATIVE_ZERO = /^-0(?:\.0)?$/;
const INFINITY = /^[-+]?\.(?:inf|Inf|INF)$/;
const NOT_A_NUMBER = /^\.(?:nan|NaN|NAN)$/;

/** The value of a plain scalar: integers may be octal by a leading 0 and hold `_`; `yes`, `on` and `22:22` are strings. */
export function plainValue(text: string): string | number | boolean | null {
  if (NULLS.has(text)) return null;
  if (TRUE.has(text)) return true;
  if (FALSE.has(text)) return false;
  if (!/^[-+.0-9]/.test(text)) return text;
  const digits = text.replaceAll('_', '');
  if (NEGATIVE_ZERO.test(text)) return -0;
  const integer = INTEGER.exec(digits);
  if (integer) return (integer[1] === '-' ? -1 : 1) * integerOf(integer);
  if (FLOAT.test(digits)) return Number.isFinite(Number(digits)) ? Number(digits) : text;
  if (INFINITY.test(text)) return text.startsWith('-') ? -Infinity : Infinity;
  return NOT_A_NUMBER.test(text) ? Number.NaN : text;
}

/** Whether an unquoted number is a whole one. */
export const isWholeNumber = (text: string): boolean => INTEGER.test(text.replaceAll('_', '')) && !NEGATIVE_ZERO.test(text);

function integerOf([, , hex, binary, octal, decimal]: RegExpExecArray): number {
  if (hex !== undefined) return Number.parseInt(hex, 16);
  if (binary !== undefined) return Number.parseInt(binary, 2);
  return octal === undefined ? Number(decimal) : Number.parseInt(octal, 8);
}

/** What YAML 1.1 reads where Compose reads a string: https://yaml.org/type/bool.html, https://yaml.org/type/int.html */
export function yaml11Trap(text: string): Yaml11Trap | undefined {
  if (/^(?:y|Y|yes|Yes|YES|n|N|no|No|NO|on|On|ON|off|Off|OFF)$/.test(text)) return 'boolean';
  return /^[-+]?[1-9][0-9_]*(?::[0-5]?[0-9])+$/.test(text) ? 'sexagesimal' : undefined;
}
