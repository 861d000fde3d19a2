// From the yaml package's scalar to ours: what Compose's reader makes of its text.
import { parseDocument, type Scalar } from 'yaml';
import type { Range } from '../../model.ts';
import { restored } from './go-yaml.ts';
import { isInterpolated } from './interpolation.ts';
import type { ComposeProblem } from './model.ts';
import type { ScalarNode, ScalarStyle } from './node.ts';
import { plainValue, yaml11Trap } from './scalar.ts';
import { tagged } from './tagged.ts';

const STYLES: Record<string, ScalarStyle> = {
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};
const BREAK = /\r\n?|\n/;
const ANY_BREAK = /[\r\n\u0085\u2028\u2029]/;
/** These two fold into a space; the separators of lines and paragraphs stay. */
const LONE_BREAK = /\r(?!\n)|\u0085/g;

export interface Reading {
  readonly text: string;
  /** Values that span lines were read as if they stood in one. */
  readonly straightened: boolean;
  tell(problem: ComposeProblem): void;
}

export function scalarNode(node: Scalar, range: Range, reading: Reading): ScalarNode {
  const { text } = reading;
  const style = STYLES[node.type ?? ''] ?? 'plain';
  const block = style === 'literal' || style === 'folded';
  const source = restored(node.source ?? String(node.value ?? ''));
  const written = block ? withoutAddedEnd(source, range, text) : folded(source, style, range, reading);
  const byTag = node.tag === undefined ? null : tagged(node.tag, written);
  const string = byTag?.string ?? written;
  const typed = style === 'plain' && !byTag;
  if (byTag?.wrong) {
    const type = node.tag?.slice(node.tag.lastIndexOf(':') + 1);
    reading.tell({
      range,
      code: 'wrong-tag',
      message: `This is no \`!!${type}\`.`,
      hint: 'Remove the tag, or correct the value.',
    });
  }
  if (style === 'double') tellSlash(range, reading);
  const result: ScalarNode = {
    kind: 'scalar',
    range: block ? { start: range.start, end: trimmed(range, text) } : range,
    value: byTag ? byTag.value : typed ? plainValue(string) : string,
    string,
    style,
    interpolated: isInterpolated(string),
  };
  const trap = typed ? yaml11Trap(string) : undefined;
  if (trap !== undefined) result.trap = trap;
  return result;
}

/** A block that ends the text without a line end has none: Compose's reader adds nothing. */
const withoutAddedEnd = (string: string, { end }: Range, text: string): string =>
  end >= text.length && !text.endsWith('\n') && string.endsWith('\n') ? string.slice(0, -1) : string;

/** A block's end without its last line ends. */
function trimmed({ start, end }: Range, text: string): number {
  let at = end;
  while (at > start && /\s/.test(text.charAt(at - 1))) at--;
  return at;
}

/** https://yaml.org/spec/1.2.2/#65-line-folding */
function folded(source: string, style: ScalarStyle, { start, end }: Range, { text, straightened }: Reading): string {
  const spans = straightened ? text.slice(start, end) : '';
  if (!ANY_BREAK.test(spans)) return source;
  const written = spans.replace(LONE_BREAK, '\n');
  if (style === 'plain') return written.split(BREAK).map(trimBlanks).reduce(joinLines);
  const { contents } = parseDocument<Scalar>(
    written.replaceAll(/\\(\\|')/g, (pair, mark) => (mark === "'" ? mark : pair)),
    {
      schema: 'failsafe',
      logLevel: 'silent',
    },
  );
  return contents?.source ?? source;
}

const trimBlanks = (line: string): string => line.replace(/^[ \t]+/, '').replace(/[ \t]+$/, '');
const joinLines = (before: string, line: string): string =>
  line === '' ? `${before}\n` : before.endsWith('\n') ? before + line : `${before} ${line}`;

/** JSON escapes the slash; Compose's reader does not know that. */
function tellSlash({ start, end }: Range, { text, tell }: Reading): void {
  const written = text.slice(start, end);
  for (let at = written.indexOf('\\'); at >= 0; at = written.indexOf('\\', at + 2)) {
    if (written[at + 1] !== '/') continue;
    const range = { start: start + at, end: start + at + 2 };
    tell({ range, code: 'yaml-bad-dq-escape', message: 'Compose does not know the escape `\\/`.', hint: 'Write `/`.' });
    return;
  }
}
