// Which texts of an instruction BuildKit replaces variables in.
import type { Range } from '../../model.ts';
import type { InstructionNode } from './instruction.ts';
import type { Word } from './model.ts';
import { readMount } from './run-mount.ts';

export interface ExpandedText {
  readonly text: string;
  readonly range: Range;
  /** Quotes are removed, and hold what is in them together; in the body of a heredoc they are text. */
  readonly quotes: boolean;
  readonly escapeChar: string;
}

const NONE: readonly ExpandedText[] = [];
const FILES = new Set(['ADD', 'COPY']);
const WORDS = new Set(['ADD', 'COPY', 'EXPOSE', 'STOPSIGNAL', 'USER', 'VOLUME', 'WORKDIR']);
const FLAGS = new Set(['platform', 'chown', 'chmod', 'checksum', 'exclude']);

/** Only what these stand in can mean something else than it says. */
const MARKS = /[$"']/;

/** Those of an instruction that has nothing to replace, and no quotes, are left out. */
export function expandedTexts(instruction: InstructionNode): readonly ExpandedText[] {
  const { keyword, heredocs, outline } = instruction;
  if (heredocs.length === 0 && !MARKS.test(outline.joined.text)) return NONE;
  const { json, flags } = instruction;
  const { escapeChar } = outline;
  const plain = (text: string, range: Range): ExpandedText => ({ text, range, quotes: true, escapeChar });
  const words = expandedWords(instruction).map((word) => plain(json ? word.value : word.text, word.range));
  const values = flags.flatMap(({ name, value, range }) => {
    if (value === null) return [];
    if (keyword === 'RUN') return name === 'mount' ? mountValues(value).map((text) => plain(text, range)) : [];
    return FLAGS.has(name) ? [plain(value, range)] : [];
  });
  if (!FILES.has(keyword)) return [...words, ...values];
  const bodies = heredocs.filter(({ expand }) => expand).map(({ body }) => body);
  const texts = bodies.map((range): ExpandedText => {
    return { text: outline.source.slice(range.start, range.end), range, quotes: false, escapeChar: '\\' };
  });
  return [...words, ...values, ...texts];
}

/** Words are read when they are asked for, and those of RUN are many. */
function expandedWords(instruction: InstructionNode): readonly Word[] {
  const { keyword } = instruction;
  if (keyword === 'FROM') return instruction.words.slice(0, 1);
  if (keyword === 'ARG') return instruction.pairs.flatMap(({ value }) => value ?? []);
  if (keyword === 'ENV' || keyword === 'LABEL') return instruction.pairs.flatMap(({ name, value }) => [name, value ?? []].flat());
  if (!WORDS.has(keyword)) return [];
  return FILES.has(keyword) ? instruction.words.filter(({ text }) => !text.includes('<<')) : instruction.words;
}

/** `from` cannot hold a variable. */
const mountValues = (mount: string): string[] =>
  (readMount(mount) ?? []).flatMap(({ key, value }) => (value === null || key === 'from' ? [] : value));
