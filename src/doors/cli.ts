// The command line: puts Node's cache of compiled code where only this user can write, and hands over.
import { lstatSync, mkdirSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import process from 'node:process';

/** Compiled code is run as it is found, so its folder must be ours alone. Without one, all is only slower. */
function useCompileCache(): void {
  try {
    const folder = path.join(tmpdir(), `hullcheck-${process.getuid?.() ?? userInfo().username}`);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { uid, mode } = lstatSync(folder);
    const ours = process.getuid === undefined || (uid === process.getuid() && (mode & 0o170077) === 0o040000);
    if (ours) enableCompileCache(folder);
  } catch {
    // No folder for temporary files, or none that can be written.
  }
}

// What the first run compiles is what is kept: a run that only prints help would keep too little for all later ones.
if (/^(check|review|fix)$/.test(process.argv[2] ?? '') && !process.env.NODE_COMPILE_CACHE) useCompileCache();
const { main } = await import('./cli/main.ts');
process.exitCode = await main(process.argv.slice(2));
