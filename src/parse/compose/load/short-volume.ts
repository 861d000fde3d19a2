// `source:target:options` of a mount in short syntax.
// https://github.com/compose-spec/compose-spec/blob/main/05-services.md#volumes
import { cleanPath } from './file-path.ts';
import { type MapValue, mapOf, type Place } from './value.ts';

const PROPAGATION = new Set(['rprivate', 'private', 'rshared', 'shared', 'rslave', 'slave']);

export interface ShortVolume {
  source: string;
  target: string;
  options: readonly string[];
  bind: boolean;
  /** A word of one or two characters is a target, whatever it is. */
  bare: boolean;
}

/** A string: why it is none, as a clause. */
export function shortVolume(text: string): ShortVolume | string {
  if (text === '') return 'it is empty';
  if (new TextEncoder().encode(text.slice(0, 3)).length < 3)
    return { source: '', target: text, options: [], bind: false, bare: true };
  const parts = sections(text);
  if (parts.some((part) => part === '')) return 'nothing stands before or behind a colon';
  if (parts.length > 3) return 'it holds too many colons';
  const [first = '', second, options = ''] = parts;
  const source = second === undefined ? '' : first;
  return { source, target: second ?? first, options: options.split(','), bind: isPath(source), bare: false };
}

/** Cut at colons, but not behind the letter of a Windows drive. */
function sections(text: string): string[] {
  const parts: string[] = [];
  let part = '';
  let braces = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at);
    if (text.startsWith('${', at)) braces++;
    else if (char === '}' && braces > 0) braces--;
    if (char === ':' && braces === 0 && !/^\p{L}$/u.test(part)) {
      parts.push(part);
      part = '';
    } else part += char;
  }
  return [...parts, part];
}

const isPath = (source: string): boolean => /^(?:[./~]|\\\\|\p{L}:)/u.test(source);

export function volumeValue({ source, target, options, bind, bare }: ShortVolume, at: Place): MapValue {
  const propagation = options.findLast((option) => PROPAGATION.has(option));
  const selinux = options.findLast((option) => option === 'z' || option === 'Z');
  const access = options.findLast((option) => option === 'ro' || option === 'rw');
  const forBind = bind || propagation !== undefined || selinux !== undefined;
  const bindOptions = mapOf({ selinux, propagation, create_host_path: bind || undefined }, at);
  const nocopy = options.includes('nocopy');
  return mapOf(
    {
      type: bind ? 'bind' : 'volume',
      source: source || undefined,
      target: cleanPath(target),
      read_only: access === 'ro' || undefined,
      bind: forBind ? bindOptions : undefined,
      volume: (!bind && !bare) || nocopy ? mapOf({ nocopy: nocopy || undefined }, at) : undefined,
    },
    at,
  );
}
