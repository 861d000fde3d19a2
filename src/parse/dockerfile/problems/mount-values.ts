// What of a RUN --mount does not exist or does not fit its type, in the order in which BuildKit looks.
import { nearest } from '../../nearest.ts';
import { levels } from '../context-path.ts';
import type { Mount } from '../run-mount.ts';
import { quote } from './report.ts';

interface Fault {
  readonly message: string;
  readonly hint: string;
}

const TYPES = ['bind', 'cache', 'tmpfs', 'secret', 'ssh'];
const SHARING = ['shared', 'private', 'locked'];
const KEYS =
  'type from source src target dst destination readonly ro readwrite rw required size id sharing mode uid gid env'.split(' ');
const TARGETS = new Set(['target', 'dst', 'destination']);
const BARE = new Set(['readonly', 'ro', 'readwrite', 'rw', 'required']);
const BOOLEAN = /^(?:1|t|T|TRUE|true|True|0|f|F|FALSE|false|False)$/;
const SIZE = /^\d+(?:\.\d*)? ?(?:[kmgtpezy]i?)?b?$/i;
const MAX_32_BITS = 2 ** 32;
const ONLY_FOR: Readonly<Record<string, readonly string[]>> = {
  required: ['secret', 'ssh'],
  size: ['tmpfs'],
  mode: ['secret', 'ssh', 'cache'],
  uid: ['secret', 'ssh', 'cache'],
  gid: ['secret', 'ssh', 'cache'],
  sharing: ['cache'],
};
/** These are looked at when their field is read, so that the type must stand in front of them. */
const TYPE_FIRST = new Set(['required', 'size']);

/** `folder`: that which relative paths begin at, where it is known. */
export function mountFault(mount: Mount, folder: () => string | null): Fault | null {
  for (const [index, { key, value }] of mount.entries()) {
    if (!KEYS.includes(key)) return misspelt(`A mount has no ${quote(key)}.`, key, KEYS);
    if (value === null && !BARE.has(key)) return { message: `${key} of a mount has no value.`, hint: `Write ${key}=<value>.` };
    const fault = typeof value === 'string' ? valueFault(key, value) : null;
    if (fault) return fault;
    if (TYPE_FIRST.has(key) && !fits(key, mount.slice(0, index))) return misplaced(key, 'The type must stand in front of it.');
  }
  const wrong = mount.find(({ key }) => !TYPE_FIRST.has(key) && !fits(key, mount));
  if (wrong) return misplaced(wrong.key, 'Remove it, or change the type.');
  return typeOf(mount) === 'secret' ? secretFault(mount) : targetFault(mount, folder);
}

/** An absolute path is compared as it is written: `//` is another one to BuildKit. */
function targetFault(mount: Mount, folder: () => string | null): Fault | null {
  const target = mount.findLast(({ key }) => TARGETS.has(key));
  const path = target ? target.value : '';
  if (typeof path !== 'string' || typeOf(mount) === 'ssh' || typeOf(mount) === null) return null;
  const from = path.startsWith('/') ? '' : folder();
  if (path.startsWith('/') ? path !== '/' : from === null || levels(`${from}/${path}`).length > 0) return null;
  return { message: 'A mount cannot take the place of the whole file system.', hint: 'Mount it on a folder of its own.' };
}

function valueFault(key: string, value: string): Fault | null {
  if (key === 'type' || key === 'sharing') {
    const allowed = key === 'type' ? TYPES : SHARING;
    return allowed.includes(value.toLowerCase()) ? null : misspelt(`${key} cannot be ${quote(value)}.`, value, allowed);
  }
  if (BARE.has(key) && !BOOLEAN.test(value)) return wrong(key, value, 'Write true or false.');
  if (key === 'size' && !SIZE.test(value)) return wrong(key, value, 'Write a number with a unit, such as 64m.');
  if (key === 'mode' && !isNumber(value, 8)) return wrong(key, value, 'Write an octal number, such as 0400.');
  if ((key === 'uid' || key === 'gid') && !isNumber(value, 10)) return wrong(key, value, 'Write a number.');
  return null;
}

function secretFault(mount: Mount): Fault | null {
  const has = (...keys: string[]) => mount.some(({ key, value }) => keys.includes(key) && value !== '');
  if (has('from')) return misplaced('from', 'Remove it.');
  if (!has('source', 'src', 'target', 'dst', 'destination', 'id'))
    return { message: 'A secret mount says neither which secret it is nor where it goes.', hint: 'Write id=<secret>.' };
  if (has('source', 'src') && has('id')) return { message: 'A secret mount has both source and id.', hint: 'Keep id.' };
  return null;
}

/** The last type counts; bind is the default, `null` is one that nobody knows. */
function typeOf(mount: Mount): string | null {
  const field = mount.findLast(({ key }) => key === 'type');
  return field ? (field.value?.toLowerCase() ?? null) : 'bind';
}

function fits(key: string, mount: Mount): boolean {
  const type = typeOf(mount);
  const allowed = Object.hasOwn(ONLY_FOR, key) ? ONLY_FOR[key] : undefined;
  return !allowed || type === null || allowed.includes(type);
}

function isNumber(text: string, base: 8 | 10): boolean {
  return (base === 8 ? /^[0-7]+$/ : /^\d+$/).test(text) && Number.parseInt(text, base) < MAX_32_BITS;
}

function misspelt(message: string, word: string, allowed: readonly string[]): Fault {
  const near = nearest(word, allowed);
  return { message, hint: near ? `Did you mean ${near}?` : `Use ${allowed.join(', ')}.` };
}

const wrong = (key: string, value: string, hint: string): Fault => ({ message: `${key} cannot be ${quote(value)}.`, hint });
const misplaced = (key: string, hint: string): Fault => ({ message: `${key} does not fit this type of mount.`, hint });
