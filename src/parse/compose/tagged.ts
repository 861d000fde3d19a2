// What a YAML tag makes of a scalar: `!!str 3` is a string, `!!int "3"` a number.
// https://github.com/yaml/go-yaml/blob/v4/internal/libyaml/resolver.go
import { isWholeNumber, plainValue } from './scalar.ts';

const CORE = 'tag:yaml.org,2002:';
/** They say nothing of the type; any other that nobody knows makes a string of the value. */
const UNTYPED: ReadonlySet<string> = new Set(['!', '!reset', '!override']);
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

export interface Tagged {
  value: string | number | boolean | null;
  /** What stands for the characters as written. */
  string: string;
  /** The tag names a type that the value has not. */
  wrong?: true;
}

/** `null`: the tag says nothing about the type, and the value is what it is without. */
export function tagged(tag: string | undefined, string: string): Tagged | null {
  if (tag === undefined || UNTYPED.has(tag)) return null;
  if (!tag.startsWith(CORE)) return { value: string, string };
  const type = tag.slice(CORE.length);
  const value = plainValue(string);
  switch (type) {
    case 'str':
      return { value: string, string };
    case 'binary': {
      const packed = string.replace(/[\r\n]/g, '');
      if (!BASE64.test(packed)) return { value: string, string, wrong: true };
      const text = new TextDecoder().decode(Uint8Array.from(atob(packed), (character) => character.charCodeAt(0)));
      return { value: text, string: text };
    }
    case 'int':
      return isWholeNumber(string) ? { value, string } : { value: string, string, wrong: true };
    case 'float':
      return typeof value === 'number' ? { value, string } : { value: string, string, wrong: true };
    case 'bool':
      return typeof value === 'boolean' ? { value, string } : { value: string, string, wrong: true };
    case 'null':
      return value === null ? { value, string } : { value: string, string, wrong: true };
    case 'timestamp':
      return null;
    default:
      return { value: string, string };
  }
}
