// Keeps what a program loads on demand in bundles of their own, which share no file: each further file costs a short run a millisecond.
import path from 'node:path';
import type { Plugin } from 'esbuild';

/** `import('…')` in the bundle `name` leads to the bundle of that source. `bundles`: source by name, relative to `root`. */
export const apart = (root: string, bundles: Readonly<Record<string, string>>, name: string): Plugin => ({
  name: 'apart',
  setup(build) {
    const names = new Map(Object.entries(bundles).map(([bundle, source]) => [path.join(root, source), bundle]));
    build.onResolve({ filter: /^\.{1,2}\// }, ({ kind, resolveDir, path: file }) => {
      if (kind !== 'dynamic-import') return undefined;
      const target = names.get(path.join(resolveDir, file));
      if (target === undefined)
        return { errors: [{ text: `${file} is loaded on demand: tools/build.ts needs a bundle for it` }] };
      const relative = path.posix.relative(path.posix.dirname(name), target);
      return { path: `${relative.startsWith('.') ? '' : './'}${relative}.js`, external: true };
    });
  },
});
