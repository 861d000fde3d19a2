// Runs bundles with code that V8 compiled in an earlier run. Node's own cache lacks all that is compiled only when it is called.
import fs from 'node:fs';
import process from 'node:process';
import vm from 'node:vm';
import { codeFolder } from './code-folder.ts';

/** A bundle's exports, by its name. */
type Load = (name: string) => unknown;

/** Scripts have no `import` of their own; paths are seen from where this file is bundled. */
type Bundle = (load: Load, module: (path: string) => Promise<unknown>) => unknown;

export interface Scripts {
  load: Load;
  /** Keeps compiled code where there was none; what can't be kept is only slower. */
  keep(): void;
}

/** `folder`: where the bundles lie, each a function that takes `load` and `import`, behind a comment with the hash of its text. */
export function scripts(folder: string): Scripts {
  const cache = codeFolder();
  const loaded = new Map<string, unknown>();
  const compiled: { script: vm.Script; file: string }[] = [];
  const load: Load = (name) => {
    if (loaded.has(name)) return loaded.get(name);
    const filename = `${folder}/${name}.cjs`;
    const text = fs.readFileSync(filename, 'latin1');
    const [, hash = ''] = /^\/\*(\w+)\*\//.exec(text) ?? [];
    const file = `${cache}/${name}-${hash}-${process.version}-${process.arch}`;
    const cachedData = cache === null ? undefined : read(file);
    const script = new vm.Script(text, { filename, ...(cachedData && { cachedData }) });
    if (cache !== null && (!cachedData || script.cachedDataRejected)) compiled.push({ script, file });
    const exports: unknown = (script.runInThisContext() as Bundle)(load, (file) => import(file));
    loaded.set(name, exports);
    return exports;
  };
  return {
    load,
    keep() {
      for (const { script, file } of compiled) write(file, script.createCachedData());
    },
  };
}

function read(file: string): Buffer | undefined {
  try {
    return fs.readFileSync(file);
  } catch {
    return undefined;
  }
}

/** All at once, and on the disk before it has its name: V8 trusts what it is given. */
function write(file: string, code: Buffer): void {
  const part = `${file}.${process.pid}`;
  try {
    fs.writeFileSync(part, code, { mode: 0o600, flush: true });
    fs.renameSync(part, file);
  } catch {
    fs.rm(part, { force: true }, () => {});
  }
}
