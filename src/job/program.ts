// Where the program of a job lies: in dist/, or in the source tree when that is what runs.
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface Program {
  entry: string;
  /** Files and folders that it is made of. */
  reads: string[];
}

/** The program of this very installation. */
export function programHere(): Program {
  const from = (base: string) => (relative: string) => fileURLToPath(new URL(relative, new URL(base, import.meta.url)));
  if (import.meta.url.endsWith('.ts')) {
    const root = from('../../');
    const reads = ['src/', 'rules/', 'package.json', 'node_modules'].map(root);
    return { entry: root('src/doors/job.ts'), reads: [...reads, realpathSync(root('node_modules'))] };
  }
  // The bundler puts what several entries share into dist/chunks/.
  const dist = from(/\/chunks\/[^/]+$/.test(import.meta.url) ? '../' : './');
  return { entry: dist('job.js'), reads: [dist('./')] };
}

/** The same inside of our image. */
export const programInImage: Program = { entry: '/app/dist/job.js', reads: ['/app/dist/'] };
