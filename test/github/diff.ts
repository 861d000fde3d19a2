// What changed between two commits, as GitHub tells it: files, their status, their patch and its hunks.
import type { GitRepository } from './git.ts';

/** https://docs.github.com/repositories/creating-and-managing-repositories/repository-limits */
const MOST_LINES_OF_ONE_FILE = 20_000;
const MOST_BYTES_OF_ONE_FILE = 500_000;

export interface DiffLine {
  kind: ' ' | '+' | '-';
  /** Line numbers from 1 on the base's and the head's side; null where the line is not. */
  left: number | null;
  right: number | null;
  /** Lines below the file's first hunk header. */
  position: number;
  text: string;
}

export interface Hunk {
  header: string;
  leftStart: number;
  rightStart: number;
  lines: DiffLine[];
}

export interface FileDiff {
  path: string;
  previousPath: string | null;
  status: 'added' | 'removed' | 'modified' | 'renamed' | 'changed';
  /** The blob at the head, or, for a removed file, at the base. */
  sha: string;
  additions: number;
  deletions: number;
  /** As GitHub's `patch`; null for binary and huge files and where no line changed. */
  patch: string | null;
  hunks: Hunk[];
}

export function parseHunks(patch: string): Hunk[] {
  const hunks: Hunk[] = [];
  let position = -1;
  let left = 0;
  let right = 0;
  for (const line of patch.split('\n')) {
    position++;
    const header = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(line);
    if (header) {
      left = Number(header[1]);
      right = Number(header[2]);
      hunks.push({ header: line, leftStart: left, rightStart: right, lines: [] });
      continue;
    }
    const kind = line[0];
    if (kind !== ' ' && kind !== '+' && kind !== '-') continue;
    hunks.at(-1)?.lines.push({
      kind,
      left: kind === '+' ? null : left++,
      right: kind === '-' ? null : right++,
      position,
      text: line.slice(1),
    });
  }
  return hunks;
}

interface Raw {
  status: string;
  sha: string;
  path: string;
  previousPath: string | null;
  /** How many sections git's patch has for it: two where the type changed. */
  sections: number;
}

function parseRaw(fields: readonly string[]): { raw: Raw[]; counts: Map<string, { additions: number; deletions: number }> } {
  const raw: Raw[] = [];
  const counts = new Map<string, { additions: number; deletions: number }>();
  for (let at = 0; at < fields.length; ) {
    const field = fields[at++] ?? '';
    if (field.startsWith(':')) {
      const [, , old = '', sha = '', letter = ''] = field.split(' ');
      const status = letter[0] ?? '';
      const first = fields[at++] ?? '';
      const renamed = status === 'R' || status === 'C';
      const path = renamed ? (fields[at++] ?? '') : first;
      raw.push({
        status,
        sha: status === 'D' ? old : sha,
        path,
        previousPath: renamed ? first : null,
        sections: status === 'T' ? 2 : 1,
      });
    } else if (field.includes('\t')) {
      const [added = '', deleted = '', name = ''] = field.split('\t');
      const path = name === '' ? (fields[at + 1] ?? '') : name;
      if (name === '') at += 2;
      counts.set(path, { additions: Number(added) || 0, deletions: Number(deleted) || 0 });
    }
  }
  return { raw, counts };
}

function parsePatches(text: string): string[] {
  if (text === '') return [];
  return `\n${text}`
    .split(/\ndiff --git /)
    .slice(1)
    .map((section) => {
      const start = section.search(/^@@ /m);
      return start < 0 ? '' : section.slice(start).replace(/\n$/, '');
    });
}

const STATUS: Record<string, FileDiff['status']> = {
  A: 'added',
  D: 'removed',
  R: 'renamed',
  C: 'added',
  T: 'changed',
  M: 'modified',
};

/** The changed files from one commit to another, sorted by path, with three lines of context. */
export async function diff(git: GitRepository, from: string, to: string): Promise<FileDiff[]> {
  if (from === to) return [];
  const common = ['diff-tree', '-r', '--no-commit-id', '-M', '--full-index', '--no-ext-diff', '--no-textconv', '--no-color'];
  const [names, patch] = await Promise.all([
    git.run([...common, '-z', '--raw', '--numstat', from, to]),
    git.run([...common, '-p', '-U3', from, to]),
  ]);
  const { raw, counts } = parseRaw(names.toString('utf8').split('\0'));
  const patches = parsePatches(patch.toString('utf8'));
  return raw.map((file): FileDiff => {
    const text = patches.splice(0, file.sections).join('\n');
    const { additions, deletions } = counts.get(file.path) ?? { additions: 0, deletions: 0 };
    const huge = additions + deletions > MOST_LINES_OF_ONE_FILE || Buffer.byteLength(text) > MOST_BYTES_OF_ONE_FILE;
    const shown = text === '' || huge ? null : text;
    return {
      path: file.path,
      previousPath: file.previousPath,
      status: STATUS[file.status] ?? 'modified',
      sha: file.sha,
      additions,
      deletions,
      patch: shown,
      hunks: shown === null ? [] : parseHunks(shown),
    };
  });
}

/** Where a line number of the first commit's file stands in the second's; null when it was changed or deleted. */
export function carryLine(hunks: readonly Hunk[], line: number): number | null {
  let shift = 0;
  for (const hunk of hunks) {
    for (const change of hunk.lines) {
      if (change.left === line) return change.kind === ' ' ? change.right : null;
      if (change.left !== null && change.left > line) return line + shift;
      if (change.kind === '+') shift++;
      else if (change.kind === '-') shift--;
    }
  }
  return line + shift;
}
