// Where the program of a job lies: beside this file in dist/, or in the source tree when that is what runs.
import { fileURLToPath } from 'node:url';

export interface Program {
  entry: string;
  /** Files and folders that it is made of. */
  reads: string[];
}

/** The program of this very installation. */
export function programHere(): Program {
  const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
  if (!import.meta.url.endsWith('.ts')) return { entry: path('./job.js'), reads: [path('./')] };
  const parts = ['../', '../../rules/', '../../node_modules/', '../../package.json'];
  return { entry: path('../doors/job.ts'), reads: parts.map(path) };
}

/** The same inside of our image. */
export const programInImage: Program = { entry: '/app/dist/job.js', reads: ['/app/dist/'] };
