// One text made from others by chance: pieces cut, doubled, moved, put in, or taken from another text.
import type { Random } from './random.ts';
import { type TextKind, WORDS } from './words.ts';

const MAX_LENGTH = 20_000;
const MAX_CHANGES = 6;
const MAX_PIECE = 200;
const MAX_TIMES = 40;

type Change = (text: string, chance: Random, seeds: readonly string[], kind: TextKind) => string;

const piece = (text: string, chance: Random): [number, number] => {
  const start = chance.below(text.length + 1);
  return [start, Math.min(text.length, start + chance.size(MAX_PIECE))];
};
const put = (text: string, at: number, added: string) => text.slice(0, at) + added + text.slice(at);
const byLines = (text: string, change: (lines: string[]) => void): string => {
  const lines = text.split('\n');
  change(lines);
  return lines.join('\n');
};

const CHANGES: readonly Change[] = [
  (text, chance, _, kind) => put(text, chance.below(text.length + 1), chance.pick(WORDS[kind]) ?? ''),
  (text, chance, _, kind) =>
    byLines(text, (lines) => lines.splice(chance.below(lines.length + 1), 0, chance.pick(WORDS[kind]) ?? '')),
  (text, chance) => {
    const [start, end] = piece(text, chance);
    return text.slice(0, start) + text.slice(end);
  },
  (text, chance) => {
    const [start, end] = piece(text, chance);
    return put(text, end, text.slice(start, end).repeat(chance.size(MAX_TIMES)));
  },
  (text, chance) => {
    const [start, end] = piece(text, chance);
    return put(text.slice(0, start) + text.slice(end), chance.below(text.length - end + start + 1), text.slice(start, end));
  },
  (text, chance) => byLines(text, (lines) => lines.splice(chance.below(lines.length), 1)),
  (text, chance) =>
    byLines(text, (lines) => lines.splice(chance.below(lines.length), 0, ...lines.splice(chance.below(lines.length), 1))),
  (text, chance, seeds) => {
    const other = chance.pick(seeds) ?? '';
    const [start, end] = piece(other, chance);
    return put(text, chance.below(text.length + 1), other.slice(start, end));
  },
  (text, chance, seeds) =>
    text.slice(0, chance.below(text.length + 1)) + (chance.pick(seeds) ?? '').slice(chance.below(MAX_PIECE)),
  (text, chance) => text.slice(0, chance.below(text.length + 1)),
  (text) => text.replaceAll('\n', '\r\n'),
  (text, chance) => {
    const [start, end] = piece(text, chance);
    const part = text.slice(start, end);
    return text.slice(0, start) + (chance.below(2) ? part.toUpperCase() : part.toLowerCase()) + text.slice(end);
  },
];

export function mutate(chance: Random, seeds: readonly string[], kind: TextKind): string {
  let text = chance.pick(seeds) ?? '';
  for (let left = chance.size(MAX_CHANGES); left > 0; left--) text = chance.pick(CHANGES)?.(text, chance, seeds, kind) ?? text;
  return text.slice(0, MAX_LENGTH);
}
