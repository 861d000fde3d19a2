// Heredocs of RUN, COPY and ADD: the words that announce them, and their bodies.
import type { Range } from '../../model.ts';
import { type Joined, rangeAt } from '../joined.ts';
import { lexWords } from './lexer.ts';
import { advance, type Cursor } from './lines.ts';
import type { Heredoc } from './model.ts';

/** What a `<<NAME` word says. */
export interface HeredocWord {
  readonly name: string;
  readonly expand: boolean;
  readonly stripTabs: boolean;
}

const HEREDOC = /^\d*<<(-?)[\t\n\f\r ]*([^<]*)$/;
const quotes = (text: string) => text.replace(/[^'"]/g, '').length;

/** Reads one word as a heredoc; `null` when it is none. */
export function heredocWord(word: string): HeredocWord | null {
  const match = HEREDOC.exec(word);
  const rest = match?.[2] ?? '';
  if (rest === '') return null;
  const bare = lexWords(rest, false);
  const raw = lexWords(rest, true);
  const name = bare?.[0]?.text;
  if (bare?.length !== 1 || raw?.length !== 1 || name === undefined) return null;
  return { name, expand: quotes(name) === quotes(raw[0]?.text ?? ''), stripTabs: match?.[1] === '-' };
}

/** The heredocs that an instruction's line announces, with the place of their words. */
export function announced(joined: Joined): { word: Range; heredoc: HeredocWord }[] {
  const found: { word: Range; heredoc: HeredocWord }[] = [];
  for (const { text, start } of lexWords(joined.text, true) ?? []) {
    const heredoc = text.includes('<<') ? heredocWord(text) : null;
    if (heredoc) found.push({ word: rangeAt(joined, start, Math.min(start + text.length, joined.text.length)), heredoc });
  }
  return found;
}

/** Reads the bodies behind an instruction; the cursor ends on the last closing name. A body without one reaches to the end of the file. */
export function readBodies(cursor: Cursor, announcements: readonly { word: Range; heredoc: HeredocWord }[]): Heredoc[] {
  const heredocs: Heredoc[] = [];
  for (const { word, heredoc } of announcements) {
    const start = cursor.next;
    const end = findEnd(cursor, heredoc);
    heredocs.push({ ...heredoc, word, body: { start, end: end ? cursor.start : cursor.next }, end });
    if (!end) break;
  }
  return heredocs;
}

function findEnd(cursor: Cursor, { name, stripTabs }: HeredocWord): Range | null {
  const { text } = cursor;
  while (advance(cursor)) {
    let start = cursor.start;
    if (stripTabs) while (start < cursor.end && text.charCodeAt(start) === 9) start++;
    if (cursor.end - start === name.length && text.startsWith(name, start)) return { start, end: cursor.end };
  }
  return null;
}
