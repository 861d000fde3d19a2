// A change as git sees it: the working tree, with what is not committed yet, against the merge base with another branch.
import fs from 'node:fs';
import path from 'node:path';
import { isDevcontainer, isIgnored, kindOf } from '../discover.ts';
import { FILE_LINES } from '../limits.ts';
import type { Notice, Settings, SourceFile } from '../model.ts';
import type { Change } from './change.ts';
import { decode, isNotice } from './decode.ts';
import { bring } from './disk.ts';
import { type Base, findBase } from './git/base.ts';
import { readBlobs } from './git/blobs.ts';
import { type Git, gitIn } from './git/command.ts';
import { type Changed, changedFiles, touchedLines } from './git/diff.ts';
import { readFile } from './read.ts';

export interface GitOptions {
  /** Absolute. Only what lies below is reviewed, and paths are relative to it. */
  cwd: string;
  /** Branch, tag or commit; without it one is chosen. */
  base?: string | undefined;
  settings: Settings;
  /** `YYYY-MM-DD` */
  today: string;
  environment: Readonly<Record<string, string | undefined>>;
}

/** The change and what it was compared with, or the sentence that says why there is none. */
export async function gitChange({
  cwd,
  base: ref,
  settings,
  today,
  environment,
}: GitOptions): Promise<{ change: Change; base: Base } | string> {
  const git = gitIn(cwd, environment);
  const inside = await git(['rev-parse', '--is-inside-work-tree']);
  if (!inside.ok)
    return /not a git repository/.test(inside.why)
      ? 'This is no git repository. To review files: hullcheck check'
      : `git: ${inside.why}.`;
  if (inside.out.toString().trim() !== 'true') return 'This is no working tree of git.';
  const base = await findBase(git, ref);
  if (typeof base === 'string') return base;
  const changed = await changedFiles(git, base.id);
  if (typeof changed === 'string') return `git diff: ${changed}`;
  const [listed, untracked] = [await git(['ls-files', '-z']), await git(['ls-files', '-z', '--others', '--exclude-standard'])];
  if (!listed.ok || !untracked.ok) return 'git cannot list the files of this working tree.';
  const others = names(untracked.out);
  const deleted = new Set(changed.filter(({ status }) => status === 'deleted').map((file) => file.path));
  const tree = [...new Set([...names(listed.out), ...others])].filter((name) => !deleted.has(name)).sort();

  const present = changed.filter(({ status }) => status !== 'deleted');
  const touched = await touchedLines(
    git,
    base.id,
    present.filter(({ status }) => status !== 'unmerged'),
  );
  if (typeof touched === 'string') return `git diff: ${touched}`;
  for (const name of others) touched[name] = [{ from: 1, to: FILE_LINES }];
  const ours = (name: string) => (kindOf(name, settings) !== null || isDevcontainer(name)) && !isIgnored(name, settings);
  const files = new Map([...present, ...others.map(untrackedFile)].map((file) => [file.path, file]));
  const roots = [fs.realpathSync.native(cwd)];
  const read = [...files.values()].filter(({ path }) => ours(path)).map((file) => readHead(file, cwd, roots));
  const remarks: Notice[] = base.remark ? [{ kind: 'limit', about: base.name, message: base.remark }] : [];
  return {
    base,
    change: {
      snapshot: {
        of: `${base.name}...working tree`,
        reviewed: [...files.keys()],
        head: read.filter(isFile),
        base: await baseTexts(
          git,
          changed.filter((file) => ours(file.path) || ours(file.previousPath ?? '')),
        ),
        touched,
        tree,
        settings,
        today,
        notices: [...remarks, ...read.filter(isNotice)],
      },
      async bring(wanted) {
        const known = wanted.flatMap((name) => files.get(name) ?? []);
        const brought = bring(wanted, cwd, roots);
        return {
          files: brought.files.map((file) => renamed(file, files.get(file.path))),
          base: await baseTexts(git, known),
          notices: brought.notices,
        };
      },
    },
  };
}

const names = (out: Buffer) => out.toString('utf8').split('\0').filter(Boolean);

function readHead(file: Changed, cwd: string, roots: readonly string[]): SourceFile | Notice {
  if (file.status === 'unmerged')
    return { kind: 'failure', about: file.path, message: 'The file has a merge conflict that is not resolved.' };
  if (file.special)
    return { kind: 'limit', about: file.path, message: 'The file is a link: what it leads to is reviewed where it lies.' };
  const read = readFile(path.join(cwd, file.path), file.path, roots);
  return isNotice(read) ? read : renamed(read, file);
}

const isFile = (read: SourceFile | Notice): read is SourceFile => !isNotice(read);

const untrackedFile = (path: string): Changed => ({ status: 'added', path, blob: null, special: false });

const renamed = (file: SourceFile, changed: Changed | undefined): SourceFile =>
  changed?.previousPath === undefined ? file : { ...file, previousPath: changed.previousPath };

async function baseTexts(git: Git, files: readonly Changed[]): Promise<SourceFile[]> {
  const blobs = await readBlobs(
    git,
    files.flatMap(({ blob }) => blob ?? []),
  );
  return files.flatMap(({ path, previousPath, blob }) => {
    const bytes = blob === null ? undefined : blobs.get(blob);
    const read = bytes && decode(previousPath ?? path, bytes);
    return read && !isNotice(read) ? [read] : [];
  });
}
