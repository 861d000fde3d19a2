// What the bundle carries besides code: the rules' pages, and of package.json the name and version only.
import fs from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'esbuild';

export const embedded = (root: string): Plugin => ({
  name: 'embedded',
  setup(build) {
    build.onLoad({ filter: /[\\/]doors[\\/]cli[\\/]pages\.ts$/ }, () => ({
      contents: pagesModule(path.join(root, 'rules')),
      loader: 'js',
    }));
    build.onLoad({ filter: /[\\/]package\.json$/ }, ({ path: file }) => {
      if (path.dirname(file) !== root) return undefined;
      const { name, version } = JSON.parse(fs.readFileSync(file, 'utf8')) as { name: string; version: string };
      return { contents: JSON.stringify({ name, version }), loader: 'json' };
    });
  },
});

/** The module `src/doors/cli/pages.ts`, with the pages in it. */
function pagesModule(rules: string): string {
  const names = fs.readdirSync(rules, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.md'));
  const pages = names
    .sort()
    .map((name) => [
      name.split(path.sep).join('/').replace(/\.md$/, ''),
      fs.readFileSync(path.join(rules, name), 'utf8').replaceAll('\r\n', '\n'),
    ]);
  return `const pages = new Map(${JSON.stringify(pages)});\nexport const page = async (on, id) => pages.get(\`\${on}/\${id}\`) ?? null;\n`;
}
