// The texts that mutations begin with: examples of the rules' pages, and files of folders.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { kindOf } from '../../src/discover.ts';
import { parseDockerfile } from '../../src/parse/dockerfile/parse.ts';
import { readPage } from '../../test/rules/page.ts';
import type { TextKind } from './words.ts';

export type Seeds = Readonly<Record<TextKind, readonly string[]>>;

const RULES = fileURLToPath(new URL('../../rules/', import.meta.url));
const MAX_SEED = 16_384;

/** `folder`: further files, besides the pages. */
export function readSeeds(folder: string | undefined): Seeds {
  const files = [...pageFiles(), ...(folder === undefined ? [] : folderFiles(folder))].filter(
    ({ text }) => text.length <= MAX_SEED,
  );
  const of = (kind: 'dockerfile' | 'compose') => [
    ...new Set(files.filter(({ path }) => kindOf(path, { dockerfiles: [], composeFiles: [] }) === kind).map(({ text }) => text)),
  ];
  const dockerfile = of('dockerfile');
  return { dockerfile, compose: of('compose'), shell: [...new Set(dockerfile.flatMap(shellTexts))] };
}

function* pageFiles(): Generator<{ path: string; text: string }> {
  for (const on of ['dockerfile', 'compose', 'project']) {
    for (const name of readdirSync(join(RULES, on)).filter((one) => one.endsWith('.md'))) {
      const page = readPage(readFileSync(join(RULES, on, name), 'utf8'), on === 'dockerfile' ? 'Dockerfile' : 'compose.yaml');
      for (const { files } of page.examples) for (const [path, text] of files) yield { path, text };
    }
  }
}

function* folderFiles(folder: string): Generator<{ path: string; text: string }> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && kindOf(path, { dockerfiles: [], composeFiles: [] })) yield { path, text: readFileSync(path, 'utf8') };
  }
}

const shellTexts = (text: string): string[] =>
  parseDockerfile({ path: 'Dockerfile', text, bom: false })
    .instructions('RUN')
    .map((run) => run.text)
    .filter((run) => run !== '');
