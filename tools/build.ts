// Bundles the command line, the Action, the App, the job and the rules' interface into dist/. `--check` fails when dist/ is stale, `--out DIR` builds elsewhere.
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { build, type OutputFile, type Plugin } from 'esbuild';
import { ascii } from './ascii.ts';
import { builtins, withoutBuiltinImports } from './builtins.ts';
import { embedded } from './embedded.ts';
import { licenses } from './licenses.ts';
import { onDemand, script } from './script.ts';

const ROOT = path.resolve(import.meta.dirname, '..');

// A run of the command line loads few files and little of what it does not use; what two of these need, each of them has.
const SCRIPTS = {
  main: 'src/doors/cli/main.ts',
  dockerfile: 'src/doors/cli/kinds/dockerfile.ts',
  compose: 'src/doors/cli/kinds/compose.ts',
  projects: 'src/doors/cli/kinds/projects.ts',
  svg: 'src/report/graph/svg.ts',
  git: 'src/change/git.ts',
  diff: 'src/report/diff.ts',
  pages: 'src/doors/cli/pages.ts',
  shellcheck: 'src/scan/shellcheck.ts',
};

// These run for long, and share what they have in common.
const PROGRAMS = { action: 'src/doors/action.ts', job: 'src/doors/job.ts', serve: 'src/doors/serve.ts', rule: 'src/rule.ts' };

// Only the App needs these, and it runs from an installed package.
const EXTERNAL = ['probot', 'pino'];

const SHEBANG = '#!/usr/bin/env node\n';

// The same parser, as one ES module instead of seventy of CommonJS: it loads in half the time.
const ALIAS = { yaml: path.join(ROOT, 'node_modules/yaml/browser/dist/index.js') };

type Output = ReadonlyMap<string, string>;

/** Everything that dist/ holds, by name; the same sources give the same bytes, wherever they lie. */
async function bundle(): Promise<Output> {
  const scripts = Object.entries(SCRIPTS).map(([name, source]) => compile({ [`cli/${name}`]: source }, onDemand(ROOT, SCRIPTS)));
  const modules = [compile({ cli: 'src/doors/cli/installed.ts' }), compile(PROGRAMS)];
  const results = await Promise.all([...scripts, ...modules]);
  const files = results.flatMap(({ outputFiles }) => outputFiles.map((file) => finished(file)));
  const inputs = results.flatMap(({ metafile }) => Object.keys(metafile.inputs));
  return new Map([...files, ['THIRD-PARTY.txt', licenses(ROOT, inputs)]]);
}

/** Its name in dist/ and its text. */
function finished(file: OutputFile): [string, string] {
  const name = path.relative(path.join(ROOT, 'dist'), file.path).split(path.sep).join('/');
  const code = ascii(withoutBuiltinImports(file.text));
  if (name.startsWith('cli/')) return [name.replace(/\.js$/, '.cjs'), script(code)];
  return [name, name === 'cli.js' ? SHEBANG + code : code];
}

/** Several entries share what they have in common. */
function compile(entryPoints: Record<string, string>, ...plugins: readonly Plugin[]) {
  return build({
    absWorkingDir: ROOT,
    entryPoints,
    outdir: 'dist',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'node',
    target: 'node22.18',
    external: EXTERNAL,
    alias: ALIAS,
    chunkNames: 'chunks/[hash]',
    legalComments: 'none',
    plugins: [builtins, embedded(ROOT), ...plugins],
    metafile: true,
    write: false,
    logLevel: 'warning',
  });
}

function write(folder: string, output: Output): void {
  fs.rmSync(folder, { recursive: true, force: true });
  for (const [name, text] of output) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text, { mode: name === 'cli.js' ? 0o755 : 0o644 });
  }
}

/** Names of files that differ, are missing, or should not be there. */
function stale(folder: string, output: Output): string[] {
  const present = fs.existsSync(folder)
    ? fs
        .readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => fs.statSync(path.join(folder, name)).isFile())
    : [];
  const names = new Set([...present.map((name) => name.split(path.sep).join('/')), ...output.keys()]);
  const text = (name: string) =>
    fs.existsSync(path.join(folder, name)) ? fs.readFileSync(path.join(folder, name), 'utf8') : undefined;
  return [...names].filter((name) => text(name) !== output.get(name)).sort();
}

const { values } = parseArgs({ options: { check: { type: 'boolean' }, out: { type: 'string' } } });
const folder = values.out ? path.resolve(values.out) : path.join(ROOT, 'dist');
const output = await bundle();
if (values.check) {
  const names = stale(folder, output);
  if (names.length > 0) {
    console.error(`dist/ is not what the sources make: ${names.join(', ')}. Run: npm run build`);
    process.exitCode = 1;
  }
} else {
  write(folder, output);
  const size = [...output.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  console.log(`${output.size} files, ${Math.round(size / 1024)} KiB in ${path.relative(process.cwd(), folder) || '.'}`);
}
