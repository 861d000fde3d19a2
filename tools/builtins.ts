// Takes Node's own modules as they are. An import reads every export, which starts the standard streams and loads parts that nobody uses.
import type { Plugin } from 'esbuild';

const IMPORT = /\bimport\s*(?:([\w$]+)\s*,?\s*)?(?:\{([^}]*)\}|\*\s*as\s+([\w$]+))?\s*from\s*"node:([\w/]+)";?/g;

/** Imports of built-in modules in a bundle's text → constants. */
export function withoutBuiltinImports(code: string): string {
  return code.replace(
    IMPORT,
    (_, whole: string | undefined, named: string | undefined, space: string | undefined, name: string) => {
      const module = name === 'process' ? 'process' : `process.getBuiltinModule("node:${name}")`;
      const names = named?.replace(/([\w$]+)\s+as\s+([\w$]+)/g, '$1:$2');
      const parts = [whole, space, names === undefined ? undefined : `{${names}}`].filter((part) => part !== undefined);
      return `const ${parts.map((part) => `${part}=${module}`).join(',')};`;
    },
  );
}

/** `require` of a built-in module, as CommonJS packages do. */
export const builtins: Plugin = {
  name: 'builtins',
  setup(build) {
    build.onResolve({ filter: /^(node:)?[a-z_]+(\/[a-z]+)?$/ }, ({ path, kind }) => {
      const name = path.replace(/^node:/, '');
      return kind === 'require-call' && process.getBuiltinModule(name) ? { path: name, namespace: 'builtin' } : undefined;
    });
    build.onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)});`,
    }));
  },
};
