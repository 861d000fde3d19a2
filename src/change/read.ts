// Reads one file of the disk within its caps; whatever goes wrong is a notice.
import fs from 'node:fs';
import path from 'node:path';
import { FILE_BYTES } from '../limits.ts';
import type { Notice, SourceFile } from '../model.ts';
import { decode } from './decode.ts';

/**
 * `file` is read as `shown`, a path relative to the working directory. Only regular files are opened: a pipe would wait for ever.
 * `roots`: real paths of folders; a link that leads out of all of them is told and not followed.
 */
export function readFile(file: string, shown: string, roots: readonly string[]): SourceFile | Notice {
  let handle: number | undefined;
  try {
    if (fs.lstatSync(file).isSymbolicLink() && !inside(fs.realpathSync.native(file), roots))
      return { kind: 'limit', about: shown, message: 'The file is a link that leads out of the folder: it was not followed.' };
    handle = fs.openSync(file, fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0));
    const { size } = regular(fs.fstatSync(handle));
    if (size > FILE_BYTES) return decode(shown, new Uint8Array(FILE_BYTES + 1));
    return decode(shown, fs.readFileSync(handle));
  } catch (error) {
    return { kind: 'failure', about: shown, message: `The file cannot be read: ${reason(error)}.` };
  } finally {
    if (handle !== undefined) fs.closeSync(handle);
  }
}

function regular(stat: fs.Stats): fs.Stats {
  if (!stat.isFile()) throw new Error('it is no regular file');
  return stat;
}

export const inside = (real: string, roots: readonly string[]): boolean =>
  roots.some((root) => real === root || real.startsWith(root.endsWith(path.sep) ? root : root + path.sep));

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it does not exist',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ELOOP: 'its links lead in a circle',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
  ENAMETOOLONG: 'its name is too long',
  ENOSPC: 'the disk is full',
  EROFS: 'the file system is read-only',
  EBUSY: 'it is in use',
};

/** What an error of the file system means, in words. */
export function reason(error: unknown): string {
  const { code, message } = Object(error) as { code?: unknown; message?: unknown };
  return (typeof code === 'string' && REASONS[code]) || String(code ?? message ?? error);
}
