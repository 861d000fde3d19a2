// Lists and maps of names and values, each as Compose's types take them.
import { code } from '../../schema-words.ts';
import { isNull, stringOf, type Value } from '../value.ts';
import { extending, printedValue } from './extensions.ts';
import { type Json, refuse, type Shape } from './shape.ts';

const word = (value: Value): string => (value.kind === 'list' ? '' : printedValue(value));
const textOf = (value: Value): string => (isNull(value) ? '' : word(value));
const objectOf = (entries: readonly (readonly [string, Json])[]): Json | undefined =>
  entries.length > 0 ? Object.fromEntries(entries) : undefined;

function cut(text: string): [string, string | undefined] {
  const equals = text.indexOf('=');
  return equals < 0 ? [text, undefined] : [text.slice(0, equals), text.slice(equals + 1)];
}

/** `environment`, `args`: a name without a value is `null`. */
export const variables: Shape = extending((value, tell) => {
  if (isNull(value)) return undefined;
  if (value.kind === 'map')
    return objectOf([...value.fields].map(([name, field]) => [name, isNull(field.value) ? null : word(field.value)]));
  if (value.kind !== 'list') return refuse(value, 'a list or a map', tell);
  const entries = value.items.map((item): [string, Json] => {
    const [name, text] = cut(word(item));
    if (/[\s\u0085]$/.test(name)) {
      const hint = 'Remove the space before the `=`.';
      tell('type', 'bad-variable', item.at, `The name of the variable ${code(name.trim())} ends with a space.`, {
        hint,
        of: item,
      });
    }
    return [name, text ?? null];
  });
  return objectOf(entries);
});

/** `labels`, `annotations`, `sysctls`: a name without a value has an empty one. */
export const mapping: Shape = extending((value, tell) => {
  if (isNull(value)) return undefined;
  if (value.kind === 'map') return objectOf([...value.fields].map(([name, field]) => [name, textOf(field.value)]));
  if (value.kind !== 'list') return refuse(value, 'a list or a map', tell);
  return objectOf(
    value.items.map((item) => {
      const [name, text] = cut(word(item));
      return [name, text ?? ''];
    }),
  );
});

/** Options that are handed on as strings: maps only. */
export const options: Shape = (value, tell) =>
  value.kind === 'map' || isNull(value) ? mapping(value, tell) : refuse(value, 'a map', tell);

/** Of `provider`: an option may be given several times. */
export const repeatedOptions: Shape = extending((value, tell) => {
  if (isNull(value)) return undefined;
  if (value.kind !== 'map') return refuse(value, 'a map', tell);
  return objectOf(
    [...value.fields].map(([name, { value: one }]) => [name, one.kind === 'list' ? one.items.map(word) : [word(one)]]),
  );
});

/** A string, or a list of strings. */
export const strings: Shape = (value, tell) => {
  const text = stringOf(value);
  if (isNull(value)) return undefined;
  if (text !== undefined) return [text];
  if (value.kind !== 'list') return refuse(value, 'a string or a list of strings', tell);
  const texts = value.items.map((item) => stringOf(item) ?? refuse(item, 'a string', tell) ?? '');
  return texts.length > 0 ? texts : undefined;
};

export const stringsOrNumbers: Shape = (value, tell) => {
  const text = stringOf(value);
  if (isNull(value)) return undefined;
  if (text !== undefined) return [text];
  if (value.kind !== 'list') return refuse(value, 'a list', tell);
  return value.items.length > 0 ? value.items.map(word) : undefined;
};

/** `extra_hosts` as a sorted list of `host=address`. */
export const hosts: Shape = extending((value, tell) => {
  if (isNull(value)) return undefined;
  const found: string[] = [];
  const add = (host: string, addresses: readonly string[], at: Value) => {
    if (host === '' || /[:=]/.test(host)) tell('type', 'bad-host', at.at, `${code(host)} is no name of a host.`, { of: at });
    for (const address of addresses) found.push(`${host}=${address.replace(/^\[(.+)\]$/s, '$1')}`);
  };
  if (value.kind === 'map') {
    for (const [host, { value: one }] of value.fields) {
      if (one.kind === 'map') refuse(one, 'an address', tell);
      else add(host, one.kind === 'list' ? one.items.map(word) : [textOf(one)], one);
    }
  } else if (value.kind === 'list') {
    for (const item of value.items) {
      const text = word(item);
      const separator = text.includes('=') ? '=' : ':';
      const at = text.indexOf(separator);
      if (at >= 0) add(text.slice(0, at), text.slice(at + 1).split(','), item);
      else tell('type', 'bad-host', item.at, `${code(text)} has no address.`, { of: item, hint: 'Write `host=address`.' });
    }
  } else return refuse(value, 'a list or a map', tell);
  return found.length > 0 ? found.sort() : undefined;
});
