// A change as files and folders of the disk: everything is new, and further files are read when asked.
import fs from 'node:fs';
import path from 'node:path';
import { isBeside, isDevcontainer, isIgnored, kindByContent, kindOf } from '../discover.ts';
import type { Kind, Notice, Settings, SourceFile } from '../model.ts';
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
  let tree: readonly string[] | null = null;

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
    else if (!isDevcontainer(shown))
      notices.push({
        kind: 'limit',
        about: shown,
        message: 'The file is neither a Dockerfile nor a Compose file by its name or its first lines: it was not reviewed.',
      });
  };
  const takeFolder = (folder: string, shown: string) => {
    roots.push(fs.realpathSync.native(folder));
    const walked = walk(folder, shown);
    notices.push(...walked.notices);
    if (shown === '.') tree = walked.files;
    for (const found of walked.files) {
      // A folder above may hold the working directory itself.
      const file = shown.startsWith('..') ? relative(cwd, path.resolve(cwd, found)) : found;
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
      else if (!head.has(shown)) takeNamed(shown, readFile(absolute, shown, [...roots, path.parse(absolute).root]));
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
      tree,
      settings,
      today,
      notices,
    },
    bring: async (wanted) => bring(wanted, cwd, roots),
  };
}

/** Files that exist inside of the roots; of others nothing is said. */
export function bring(wanted: readonly string[], cwd: string, roots: readonly string[]): Brought {
  const brought: Brought = { files: [], notices: [] };
  for (const shown of wanted) {
    const file = path.resolve(cwd, shown);
    try {
      if (!inside(fs.realpathSync.native(file), roots) || !fs.statSync(file).isFile()) continue;
    } catch {
      continue;
    }
    const read = readFile(file, shown, roots);
    if (isNotice(read)) brought.notices.push(read);
    else brought.files.push(read);
  }
  return brought;
}

/** A path as reports show it: relative to the working directory, with `/`; `.` is that directory. */
export function relative(cwd: string, absolute: string): string {
  return path.relative(cwd, absolute).split(path.sep).join('/') || '.';
}
