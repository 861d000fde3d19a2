// A report's findings as lines to read, and a sample of them that the seed alone decides.
import { createHash } from 'node:crypto';
import { defaultSettings } from '../src/config/defaults.ts';
import { kindByContent, kindOf } from '../src/discover.ts';
import type { Kind, Report } from '../src/model.ts';
import { lineIndex, lineStarts, lineText } from '../src/text.ts';

export interface Hit {
  rule: string;
  path: string;
  /** From 1. */
  line: number;
  /** That line's text, trimmed, its beginning. */
  source: string;
  message: string;
  fingerprint: string;
}

/** Characters of a source line that are shown. */
const SHOWN = 160;

/** The shown findings in files of one kind, and how many such files there are. */
export function hitsOf({ files, findings }: Pick<Report, 'files' | 'findings'>, kind: Kind): { files: number; hits: Hit[] } {
  const texts = new Map(
    files
      .filter(({ path, text }) => (kindOf(path, defaultSettings) ?? kindByContent(text)) === kind)
      .map(({ path, text }) => [path, { text, starts: lineStarts(text) }]),
  );
  const hits = findings.flatMap(({ rule, path, range, message, fingerprint, hidden }): Hit[] => {
    const file = texts.get(path);
    if (!file || hidden !== undefined) return [];
    const index = lineIndex(file.starts, range.start);
    const source = lineText(file.text, file.starts, index).trim().slice(0, SHOWN);
    return [{ rule, path, line: index + 1, source, message, fingerprint }];
  });
  return { files: texts.size, hits };
}

/** `count` of the hits, in the order of their places. A hit that goes away changes nothing in who else is chosen, but for who moves up. */
export function sampled(hits: readonly Hit[], count: number, seed: string): Hit[] {
  const lot = ({ rule, path, fingerprint }: Hit) =>
    createHash('sha256').update(`${seed}\n${rule}\n${path}\n${fingerprint}`).digest('hex');
  return hits
    .map((hit) => ({ hit, drawn: lot(hit) }))
    .sort((a, b) => (a.drawn < b.drawn ? -1 : 1))
    .slice(0, count)
    .map(({ hit }) => hit)
    .sort((a, b) => (a.path === b.path ? a.line - b.line : a.path < b.path ? -1 : 1));
}
