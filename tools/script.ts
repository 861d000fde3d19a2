// Bundles of the command line: an ES module's text → a script that is one function, which loads others through its arguments.
import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Plugin } from 'esbuild';

/** `import('…')` of a bundled source becomes a call that loads its bundle. `bundles`: source by name, relative to `root`. */
export const onDemand = (root: string, bundles: Readonly<Record<string, string>>): Plugin => ({
  name: 'on-demand',
  setup(build) {
    const names = new Map(Object.entries(bundles).map(([bundle, source]) => [path.join(root, source), bundle]));
    build.onResolve({ filter: /^\.{1,2}\// }, ({ kind, resolveDir, path: file }) => {
      if (kind !== 'dynamic-import') return undefined;
      const source = path.join(resolveDir, file);
      if (source === path.join(root, 'src/doors/serve.ts')) return { path: './serve.js', external: true };
      const name = names.get(source);
      if (name === undefined) return { errors: [{ text: `${file} is loaded on demand: tools/build.ts needs a bundle for it` }] };
      return { path: `load:${name}`, external: true };
    });
  },
});

/** Takes `load` and `import`, gives the exports; in front stands the hash of the text, by which compiled code is kept. */
export function script(module: string): string {
  const ends = /export\s*\{([^{}]*)\};?\s*$/.exec(module);
  if (!ends || /\bimport\.meta\b/.test(module))
    throw new Error('A bundle of the command line ends with its exports and has no import.meta.');
  const exports = (ends[1] ?? '').split(',').map((one) => {
    const [local = '', name = local] = one.trim().split(/\s+as\s+/);
    return `${name}:${local}`;
  });
  const body = module
    .slice(0, ends.index)
    .replaceAll(/\bimport\("load:([\w-]+)"\)/g, '__load("$1")')
    .replaceAll(/\bimport\(/g, '__import(');
  const text = `((__load,__import)=>{"use strict";${body}return{${exports.join(',')}}})`;
  return `/*${createHash('sha256').update(text).digest('hex').slice(0, 16)}*/${text}\n`;
}
