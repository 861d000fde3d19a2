// A change as files and folders of the disk: everything is new, and further files are read when asked.
import fs from 'node:fs';
import path from 'node:path';
import { isBeside, isDevcontainer, isIgnored, kindByContent, kindOf } from '../discover.ts';
import type { Kind, Notice, Settings, Snapshot, SourceFile } from '../model.ts';
import type { Brought, Change } from './change.ts';
import { decode, isNotice } from './decode.ts';
import { inside, readFile, reason } from './read.ts';
import { walk } from './walk.ts';

export interface DiskOptions {
  /** Absolute; every path of the report is relative to it. */
  cwd: string;
  /** Files and folders. A file is reviewed whatever its name; of a folder what its names, and the settings, tell. */
  paths: readonly string[];
  /** A text that is not on the disk, or stands for a file that is. */
  given?: { path: string; bytes: Uint8Array };
  settings: Settings;
  /** `YYYY-MM-DD` */
  today: string;
}

export function diskChange({ cwd, paths, given, settings, today }: DiskOptions): Change {
  const head = new Map<string, SourceFile>();
  const reviewed = new Set<string>();
  const kinds: Record<string, Kind> = Object.create(null);
  const notices: Notice[] = [];
  const roots = [fs.realpathSync.native(cwd)];
  const listed = new Map<string, readonly string[]>();

  const take = (shown: string, read: SourceFile | Notice) => {
    if (isNotice(read)) notices.push(read);
    else head.set(shown, read);
    return isNotice(read) ? null : read;
  };
  const takeNamed = (shown: string, read: SourceFile | Notice) => {
    const file = take(shown, read);
    if (!file) return;
    reviewed.add(shown);
    const kind = kindOf(shown, settings) ?? kindByContent(file.text);
    if (kind) kinds[shown] = kind;
    if (kind === 'compose') takeEnv(shown);
    if (kind) return;
    if (!isDevcontainer(shown))
      notices.push({
        kind: 'limit',
        about: shown,
        message: 'The file is neither a Dockerfile nor a Compose file by its name or its first lines: it was not reviewed.',
      });
  };
  /** Compose reads it by itself. */
  const takeEnv = (compose: string) => {
    const shown = `${compose.slice(0, compose.lastIndexOf('/') + 1)}.env`;
    const file = path.resolve(cwd, shown);
    const read = fs.existsSync(file) ? readFile(file, shown, [...roots, path.dirname(file)]) : undefined;
    if (read && !isNotice(read) && !head.has(shown)) head.set(shown, read);
  };
  const takeFolder = (folder: string, shown: string) => {
    roots.push(fs.realpathSync.native(folder));
    const walked = walk(folder, shown);
    notices.push(...walked.notices);
    // A folder above may hold the working directory itself.
    const above = shown.startsWith('..');
    const files = above ? walked.files.map((found) => relative(cwd, path.resolve(cwd, found))) : walked.files;
    listed.set(shown, files);
    for (const file of files) {
      reviewed.add(file);
      const ours = kindOf(file, settings) !== null || isDevcontainer(file);
      if (head.has(file) || !(ours || isBeside(file)) || isIgnored(file, settings)) continue;
      const read = readFile(path.join(cwd, file), file, roots);
      // What nobody may ask for is not told: most reviews of a folder would ask for it next.
      if (ours || !isNotice(read)) take(file, read);
    }
  };

  if (given) takeNamed(given.path, decode(given.path, given.bytes));
  for (const one of paths) {
    const absolute = path.resolve(cwd, one);
    const shown = relative(cwd, absolute);
    try {
      if (fs.statSync(absolute).isDirectory()) takeFolder(absolute, shown);
      else if (!head.has(shown)) {
        takeNamed(shown, readFile(absolute, shown, [...roots, path.parse(absolute).root]));
        roots.push(fs.realpathSync.native(path.dirname(absolute)));
      }
    } catch (error) {
      notices.push({ kind: 'failure', about: shown, message: `It cannot be read: ${reason(error)}.` });
    }
  }
  return {
    snapshot: {
      of: [...paths, ...(given ? [given.path] : [])].join(' '),
      reviewed: [...reviewed],
      kinds,
      head: [...head.values()],
      base: [],
      touched: null,
      ...known(listed, paths.length),
      settings,
      today,
      notices,
    },
    bring: async (wanted) => bring(wanted, cwd, roots),
  };
}

/** What of the tree is known once so many paths were given, with the files of those that are folders. */
function known(listed: ReadonlyMap<string, readonly string[]>, paths: number): Pick<Snapshot, 'tree' | 'listed'> {
  const here = listed.get('.');
  if (here && listed.size === 1) return { tree: here };
  return listed.size > 0 && listed.size === paths
    ? { tree: [...listed.values()].flat(), listed: [...listed.keys()] }
    : { tree: here ?? null };
}

/** Compose looks for these by itself, so that it means nothing when they do not exist. */
const MAY_BE_THERE = /(?:^|\/)(?:docker-)?compose(?:\.override)?\.ya?ml$/;

/** Files that exist inside of the roots, and which of those that were named do not. A Compose file outside is told, of others nothing is said. */
export function bring(wanted: readonly string[], cwd: string, roots: readonly string[]): Brought {
  const absent: string[] = [];
  const brought: Brought = { files: [], absent, notices: [] };
  for (const shown of wanted) {
    const file = path.resolve(cwd, shown);
    const mayBeThere = isBeside(shown) || MAY_BE_THERE.test(shown);
    try {
      if (!inside(fs.realpathSync.native(file), roots)) {
        if (!mayBeThere && /\.ya?ml$/i.test(shown)) brought.notices.push({ kind: 'limit', about: shown, message: OUTSIDE });
        continue;
      }
      if (!fs.statSync(file).isFile()) continue;
    } catch {
      if (!mayBeThere && inside(path.dirname(file), roots)) absent.push(shown);
      continue;
    }
    const read = readFile(file, shown, roots);
    if (isNotice(read)) brought.notices.push(read);
    else brought.files.push(read);
  }
  return brought;
}

const OUTSIDE = 'It lies outside of what is checked and is not followed.';

/** A path as reports show it: relative to the working directory, with `/`; `.` is that directory. */
export function relative(cwd: string, absolute: string): string {
  return path.relative(cwd, absolute).split(path.sep).join('/') || '.';
}
