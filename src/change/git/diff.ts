// What differs between a commit and the working tree: files, and the lines that the hunks show.
import type { LineSpan } from '../../model.ts';
import { newSpans, parsePatch } from '../patch.ts';
import type { Answer, Git } from './command.ts';

export interface Changed {
  status: 'added' | 'deleted' | 'modified' | 'renamed' | 'unmerged';
  path: string;
  /** On the base, when it was called otherwise. */
  previousPath?: string;
  /** The base's blob; `null` when it was not there. */
  blob: string | null;
  /** Something else than a regular file at the head, such as a link. */
  special: boolean;
}

const DIFF = [
  'diff',
  '--no-ext-diff',
  '--no-textconv',
  '--no-color',
  '--ignore-submodules=all',
  '--find-renames',
  '--relative',
  '--diff-algorithm=myers',
  '--no-indent-heuristic',
];
// GitHub shows three lines around a change.
const PATCH = ['--patch', '--unified=3', '--inter-hunk-context=0', '--src-prefix=a/', '--dst-prefix=b/'];
const BATCH = 200;

export async function changedFiles(git: Git, base: string): Promise<Changed[] | string> {
  const answer = await git([...DIFF, '--raw', '--no-abbrev', '-z', base, '--']);
  return answer.ok ? parseRaw(answer.out.toString('utf8').split('\0')) : answer.why;
}

/** Records of `--raw -z`: `:mode mode blob blob status`, a path, and for a rename the new path. */
function parseRaw(fields: readonly string[]): Changed[] {
  const changed: Changed[] = [];
  for (let at = 0; at < fields.length; ) {
    const header = /^:(\d{6}) (\d{6}) ([0-9a-f]+) [0-9a-f]+ ([A-Z])/.exec(fields[at++] ?? '');
    if (!header) continue;
    const [, , mode = '', blob = '', letter = ''] = header;
    const first = fields[at++] ?? '';
    const path = letter === 'R' || letter === 'C' ? (fields[at++] ?? '') : first;
    const status = ({ A: 'added', D: 'deleted', R: 'renamed', U: 'unmerged' } as const)[letter] ?? 'modified';
    changed.push({
      status,
      path,
      ...(path !== first && { previousPath: first }),
      blob: /^0+$/.test(blob) ? null : blob,
      special: status !== 'deleted' && status !== 'unmerged' && !mode.startsWith('100'),
    });
  }
  return changed;
}

/** Lines of the head in the hunks of these files, by path; a file without hunks has none. */
export async function touchedLines(
  git: Git,
  base: string,
  files: readonly Changed[],
): Promise<Record<string, LineSpan[]> | string> {
  const touched: Record<string, LineSpan[]> = Object.create(null);
  for (const { path } of files) touched[path] = [];
  for (let at = 0; at < files.length; at += BATCH) {
    const paths = files
      .slice(at, at + BATCH)
      .flatMap(({ path, previousPath }) => (previousPath === undefined ? [path] : [previousPath, path]));
    const answer: Answer = await git([...DIFF, ...PATCH, base, '--', ...paths]);
    if (!answer.ok) return answer.why;
    // Lines of hunks begin with a blank, + or -, and names are quoted: nothing in a file looks like this header.
    for (const part of answer.out.toString('utf8').split(/^diff --git /m)) {
      const hunks = part.search(/^@@ /m);
      const name = hunks < 0 ? null : newName(part.slice(0, hunks));
      const spans = name !== null && parsePatch(part.slice(hunks));
      if (name !== null && spans) touched[name] = newSpans(spans);
    }
  }
  return touched;
}

/** The path after `+++ b/`, which git quotes as C does when it has unusual characters; `null` when the file is gone. */
function newName(header: string): string | null {
  const written = /^\+\+\+ (.*)$/m.exec(header)?.[1]?.replace(/\t$/, '');
  if (written === undefined || written === '/dev/null') return null;
  return (written.startsWith('"') ? unquoted(written.slice(1, -1)) : written).replace(/^b\//, '');
}

const ESCAPES: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13 };

function unquoted(text: string): string {
  const bytes: Buffer[] = [];
  for (const [part, code] of text.matchAll(/\\([0-7]{3}|.)|[^\\]+/gs)) {
    if (code === undefined) bytes.push(Buffer.from(part));
    else
      bytes.push(
        code.length === 3
          ? Buffer.of(Number.parseInt(code, 8))
          : ESCAPES[code] !== undefined
            ? Buffer.of(ESCAPES[code])
            : Buffer.from(code),
      );
  }
  return Buffer.concat(bytes).toString('utf8');
}
