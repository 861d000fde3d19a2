// The product as it is installed, bundled from the sources as they are now: what tests start, at the speed that users know.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const ROOT = path.resolve(import.meta.dirname, '..');
/** Below the packages, which what is installed finds above itself. */
const CACHE = path.join(ROOT, 'node_modules/.cache/hullcheck-test');
const SOURCES = ['src', 'rules', 'tools', 'package.json', 'app.yml'];
const DAY = 24 * 60 * 60 * 1000;

/** The bundle of this name, such as `cli.js`. Built by the first test that asks after a change; throws what the builder says when it fails. */
export function built(name: string): string {
  const folder = path.join(CACHE, state());
  if (!fs.existsSync(folder)) build(folder);
  return path.join(folder, name);
}

function build(folder: string): void {
  removeOld();
  const part = `${folder}.${process.pid}`;
  const args = ['--disable-warning=ExperimentalWarning', path.join(ROOT, 'tools/build.ts'), '--out', part];
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`The product cannot be built:\n${stderr}`);
  try {
    fs.renameSync(part, folder);
  } catch (error) {
    // Another test was faster.
    fs.rmSync(part, { recursive: true, force: true });
    if (!fs.existsSync(folder)) throw error;
  }
}

/** Names, sizes and times of all that the bundles are made of. */
function state(): string {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const whole = path.join(ROOT, source);
    const inside = fs.statSync(whole).isDirectory() ? fs.readdirSync(whole, { recursive: true, encoding: 'utf8' }).sort() : [''];
    for (const name of inside) {
      const { size, mtimeMs } = fs.statSync(path.join(whole, name));
      hash.update(`${source}/${name} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex').slice(0, 16);
}

function removeOld(): void {
  for (const name of fs.existsSync(CACHE) ? fs.readdirSync(CACHE) : []) {
    const old = path.join(CACHE, name);
    if (Date.now() - fs.statSync(old).mtimeMs > DAY) fs.rmSync(old, { recursive: true, force: true });
  }
}
