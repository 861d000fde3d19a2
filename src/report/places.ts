// Ranges → lines and columns, over the texts of a report.
import type { Range, SourceFile } from '../model.ts';
import { lineStarts, type Place, placeOf } from '../text.ts';

export interface Span {
  start: Place;
  end: Place;
}

/** `null` for a file whose text is not among them. The lines of each file are counted once. */
export type Placer = (path: string, range: Range) => Span | null;

export function placer(files: readonly SourceFile[]): Placer {
  const texts = new Map(files.map((file) => [file.path, file.text]));
  const known = new Map<string, number[]>();
  return (path, { start, end }) => {
    const text = texts.get(path);
    if (text === undefined) return null;
    const starts = known.get(path) ?? lineStarts(text);
    known.set(path, starts);
    return { start: placeOf(starts, start), end: placeOf(starts, end) };
  };
}
