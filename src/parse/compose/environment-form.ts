// The variables of a service from a list into a map and back, entry by entry, so that comments and order stay.
import type { Range } from '../../model.ts';
import { lineIndex } from '../../text.ts';
import type { Compose } from './model.ts';
import type { Entry, ListNode, MapNode, Node } from './node.ts';
import { yaml11Trap } from './scalar.ts';

const NAME = /^[A-Za-z_][\w.-]*$/;
/** What is the same text to every reader of YAML without quotes. */
const WORD = /^[A-Za-z/][\w./@-]*$/;
const WORDS_THAT_ARE_NONE = /^(?:true|false|null)$/i;

type Edits = { range: Range; text: string }[];

/** The edits that write `environment` in the other form; `null` where an entry cannot be said there as simply. */
export function otherForm(file: Compose, { key, value }: Pick<Entry, 'key' | 'value'>): Edits | null {
  if (value.kind === 'scalar' || value.flow || value.via || value.anchor !== undefined || value.tag) return null;
  const edits = value.kind === 'list' ? toMap(file, key.range.start, value) : toList(file, value);
  return edits && edits.length > 0 && new Set(edits.map(({ name }) => name)).size === edits.length
    ? edits.map(({ range, text }) => ({ range, text }))
    : null;
}

type Named = { name: string; range: Range; text: string }[];

function toMap(file: Compose, keyStart: number, { items }: ListNode): Named | null {
  const column = columnOf(file, keyStart);
  const edits: Named = [];
  for (const item of items) {
    if (item.kind !== 'scalar' || !isSimple(file, item)) return null;
    const ahead = file.source.text.slice(lineStart(file, item.range.start), item.range.start);
    const dash = /^( *)-[ ]+$/.exec(ahead)?.[1]?.length;
    const [, name = '', value] = /^([^=]*)(?:=([\s\S]*))?$/.exec(item.string) ?? [];
    if (dash === undefined || !NAME.test(name)) return null;
    const start = item.range.start - ahead.length + dash;
    const indent = dash > column ? '' : '  ';
    edits.push({
      name,
      range: { start, end: item.range.end },
      text: `${indent}${name}:${value === undefined ? '' : ` ${quoted(value)}`}`,
    });
  }
  return edits;
}

function toList(file: Compose, { entries, merges, duplicates }: MapNode): Named | null {
  if (merges.length > 0 || duplicates.length > 0) return null;
  const edits: Named = [];
  for (const { key, value, range, via } of entries) {
    if (via || value.kind !== 'scalar' || !NAME.test(key.string) || !isSimple(file, value)) return null;
    // Of other numbers and of booleans it depends on the reader how they are written as text.
    if (value.value !== null && typeof value.value !== 'string' && !/^(?:0|[1-9]\d{0,8})$/.test(value.string)) return null;
    const text = value.value === null ? key.string : `${key.string}=${value.string}`;
    const end = value.value === null ? key.range.end + 1 : range.end;
    if (!/^ *$/.test(file.source.text.slice(lineStart(file, key.range.start), key.range.start))) return null;
    edits.push({
      name: key.string,
      range: { start: key.range.start, end },
      text: `- ${/^[\w=./@-]+$/.test(text) ? text : quotedText(text)}`,
    });
  }
  return edits;
}

const lineStart = (file: Compose, offset: number) => file.starts[lineIndex(file.starts, offset)] ?? 0;
const columnOf = (file: Compose, offset: number) => offset - lineStart(file, offset);

/** On one line, without anchor, alias and tag, and of characters that quotes keep. */
const isSimple = (file: Compose, node: Node): boolean =>
  node.kind === 'scalar' &&
  !node.via &&
  node.anchor === undefined &&
  !node.tag &&
  node.style !== 'literal' &&
  node.style !== 'folded' &&
  !/[\n\r]/.test(file.source.text.slice(node.range.start, node.range.end)) &&
  !/[\p{Cc}\u2028\u2029\uFEFF]/u.test(node.string);

const quoted = (value: string) =>
  WORD.test(value) && !WORDS_THAT_ARE_NONE.test(value) && yaml11Trap(value) === undefined ? value : quotedText(value);
const quotedText = (text: string) => `"${text.replace(/["\\]/g, '\\$&')}"`;
