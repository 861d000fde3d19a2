// Finds an outside tool on the PATH, as a shell would, but never in a folder that is given relative to where we are.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';

type Environment = Readonly<Record<string, string | undefined>>;

/** Its absolute path; `null` where there is none. */
export function onPath(name: string, environment: Environment): string | null {
  const names = process.platform === 'win32' ? [`${name}.exe`] : [name];
  for (const folder of (environment.PATH ?? environment.Path ?? '').split(path.delimiter)) {
    if (!path.isAbsolute(folder)) continue;
    for (const each of names) {
      const file = path.join(folder, each);
      try {
        fs.accessSync(file, fs.constants.X_OK);
        if (fs.statSync(file).isFile()) return file;
      } catch {
        // Not in this folder.
      }
    }
  }
  return null;
}
