// The short syntax of mounts: `[source:]target[:mode,mode]`, with Windows drives and named pipes.
// https://github.com/compose-spec/compose-spec/blob/main/05-services.md#short-syntax-5
import type { Range } from '../model.ts';
import { separate } from './separate.ts';

/** Ranges into the given text. */
export interface MountText {
  source: Range | null;
  target: Range;
  modes: Range[];
}

/** `null` when there are more pieces than the syntax has, or an empty one. */
export function parseMount(text: string): MountText | null {
  const pieces = withDrives(text, separate(text, ':'));
  const [first, second, third] = pieces;
  if (!first || pieces.length > 3 || pieces.some(({ start, end }) => start === end)) return null;
  if (!second) return { source: null, target: first, modes: [] };
  return { source: first, target: second, modes: third ? modesOf(text, third) : [] };
}

/** A single letter before a colon is a Windows drive, part of the piece that follows. */
function withDrives(text: string, pieces: readonly Range[]): Range[] {
  const joined: Range[] = [];
  let drive: Range | null = null;
  for (const piece of pieces) {
    const letter = piece.end - piece.start === 1 && /[A-Za-z]/.test(text.charAt(piece.start));
    if (!drive && letter && piece.end < text.length) drive = piece;
    else {
      joined.push({ start: drive?.start ?? piece.start, end: piece.end });
      drive = null;
    }
  }
  return joined;
}

function modesOf(text: string, { start, end }: Range): Range[] {
  return separate(text.slice(start, end), ',').map((mode) => ({ start: start + mode.start, end: start + mode.end }));
}

/** What a source is by its form: a path on the host, a named pipe, or the name of a volume. */
export function sourceType(source: string): 'bind' | 'npipe' | 'volume' {
  if (source.startsWith('\\\\.\\pipe\\') || source.startsWith('//./pipe/')) return 'npipe';
  return /^(?:[./~]|\\\\|[A-Za-z]:[\\/])/.test(source) ? 'bind' : 'volume';
}
