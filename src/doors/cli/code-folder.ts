// The folder for compiled code. That is run as it is found, so the folder must be ours alone.
import { lstatSync, mkdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import process from 'node:process';

/** `null`: no folder for temporary files, none that can be written, or one that others can write. */
export function codeFolder(): string | null {
  try {
    const folder = path.join(tmpdir(), `hullcheck-${process.getuid?.() ?? userInfo().username}`);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { uid, mode } = lstatSync(folder);
    const ours = process.getuid === undefined || (uid === process.getuid() && (mode & 0o170077) === 0o040000);
    return ours ? folder : null;
  } catch {
    return null;
  }
}
