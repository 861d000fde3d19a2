// Every file below a folder, in the order of names; links to folders are not followed.
import fs from 'node:fs';
import path from 'node:path';
import type { Notice } from '../model.ts';
import { reason } from './read.ts';

const SKIPPED: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/** Folders this deep are not searched: no project has them, only a trap does. */
const DEPTH = 64;

export interface Walked {
  /** Relative to the working directory, with `/`. */
  files: string[];
  notices: Notice[];
}

/** `shown`: what the folder is called; `.` is left out of the paths. */
export function walk(folder: string, shown: string): Walked {
  const walked: Walked = { files: [], notices: [] };
  const waiting: { folder: string; shown: string; depth: number }[] = [{ folder, shown: shown === '.' ? '' : shown, depth: 0 }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    let entries: fs.Dirent[];
    try {
      entries = fs.readdirSync(next.folder, { withFileTypes: true });
    } catch (error) {
      walked.notices.push({ kind: 'failure', about: next.shown || '.', message: `The folder cannot be read: ${reason(error)}.` });
      continue;
    }
    const folders: typeof waiting = [];
    for (const entry of entries) {
      const name = next.shown ? `${next.shown}/${entry.name}` : entry.name;
      if (entry.isDirectory()) {
        if (SKIPPED.has(entry.name)) continue;
        if (next.depth < DEPTH) folders.push({ folder: path.join(next.folder, entry.name), shown: name, depth: next.depth + 1 });
        else
          walked.notices.push({
            kind: 'limit',
            about: name,
            message: `The folder lies more than ${DEPTH} folders deep and was not searched.`,
          });
      } else if (entry.isFile() || (entry.isSymbolicLink() && !linksToFolder(path.join(next.folder, entry.name))))
        walked.files.push(name);
    }
    waiting.push(...folders);
  }
  walked.files.sort();
  return walked;
}

/** A link that leads nowhere counts as a file, so that reading it tells. */
function linksToFolder(link: string): boolean {
  try {
    return !fs.statSync(link).isFile();
  } catch {
    return false;
  }
}
