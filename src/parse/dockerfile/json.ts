// The exec form: a JSON array of strings, each element with its place.
import { type Joined, rangeAt } from '../joined.ts';
import type { Word } from './model.ts';
import { skipSpace } from './space.ts';

/** `words`: an exec form. `mixed`: valid JSON, but not of strings only, which Docker refuses. `null`: not JSON, so the shell form. */
export type ExecForm = { readonly words: readonly Word[] } | { readonly mixed: true } | null;

const isJsonSpace = (code: number) => code === 32 || code === 9 || code === 10 || code === 13;

function skip(text: string, start: number, end: number): number {
  let at = start;
  while (at < end && isJsonSpace(text.charCodeAt(at))) at++;
  return at;
}

/** Index behind the closing quote of a string that begins at `start`, or -1. */
function stringEnd(text: string, start: number, end: number): number {
  for (let at = start + 1; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) return at + 1;
    if (code < 32) return -1;
    if (code === 92) at++;
  }
  return -1;
}

function decode(text: string): string | null {
  if (!text.includes('\\')) return text.slice(1, -1);
  try {
    return String(JSON.parse(text)).toWellFormed();
  } catch {
    return null;
  }
}

/** Reads `[start, end)` of the joined text, which has no white space around. */
export function execForm(joined: Joined, start: number, end: number): ExecForm {
  const { text } = joined;
  const open = skipSpace(text, start, end);
  if (text.charCodeAt(open) !== 91 || open >= end) return null;
  const words = strings(joined, open, end);
  if (words) return { words };
  try {
    return Array.isArray(JSON.parse(text.slice(open, end))) ? { mixed: true } : null;
  } catch {
    return null;
  }
}

function strings(joined: Joined, open: number, end: number): Word[] | null {
  const { text } = joined;
  const words: Word[] = [];
  let at = skip(text, open + 1, end);
  if (text.charCodeAt(at) === 93) return skip(text, at + 1, end) === end ? words : null;
  while (at < end && text.charCodeAt(at) === 34) {
    const stop = stringEnd(text, at, end);
    const value = stop < 0 ? null : decode(text.slice(at, stop));
    if (value === null) return null;
    words.push({ range: rangeAt(joined, at, stop), text: text.slice(at, stop), value });
    at = skip(text, stop, end);
    const separator = at < end ? text.charCodeAt(at) : 0;
    if (separator === 93) return skip(text, at + 1, end) === end ? words : null;
    if (separator !== 44) return null;
    at = skip(text, at + 1, end);
  }
  return null;
}
