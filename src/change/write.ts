// Replaces a file of the disk with its corrected text: at once or not at all, with its mode.
import fs from 'node:fs';
import path from 'node:path';
import type { Notice, SourceFile } from '../model.ts';
import { encode } from './decode.ts';
import { reason } from './read.ts';

/** `null` when it is written. A file that somebody changed since it was read as `before` is left alone. */
export function replaceFile(cwd: string, before: SourceFile, after: SourceFile): Notice | null {
  let part: string | undefined;
  try {
    // A link stays one: what it leads to is replaced.
    const file = fs.realpathSync.native(path.resolve(cwd, after.path));
    if (!fs.readFileSync(file).equals(encode(before))) return failure(after.path, 'it was changed meanwhile');
    const stat = fs.statSync(file);
    fs.accessSync(file, fs.constants.W_OK);
    part = path.join(path.dirname(file), `.${path.basename(file).slice(0, 100)}.${Math.random().toString(36).slice(2)}`);
    fs.writeFileSync(part, encode(after), { flag: 'wx', mode: stat.mode & 0o600 });
    keepOwner(part, stat);
    fs.chmodSync(part, stat.mode & 0o7777);
    fs.renameSync(part, file);
    return null;
  } catch (error) {
    if (part !== undefined) fs.rmSync(part, { force: true });
    return failure(after.path, reason(error));
  }
}

function keepOwner(part: string, { uid, gid }: fs.Stats): void {
  const own = fs.statSync(part);
  if (own.uid !== uid || own.gid !== gid) fs.chownSync(part, uid, gid);
}

const failure = (about: string, why: string): Notice => ({
  kind: 'failure',
  about,
  message: `The file was not corrected: ${why}.`,
});
