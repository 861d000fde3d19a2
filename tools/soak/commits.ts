// Real commits to make pull requests from: a folder of `NAME/before` and `NAME/after`, or the examples of the rules' pages.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPage } from '../../test/rules/page.ts';

export type Files = Record<string, string>;

export interface Commit {
  before: Files;
  after: Files;
}

const RULES = fileURLToPath(new URL('../../rules/', import.meta.url));
const EXAMPLES = 4;

export function commitsIn(folder: string | undefined): Commit[] {
  if (folder === undefined) return fromPages();
  return readdirSync(folder)
    .sort()
    .filter((name) => existsSync(join(folder, name, 'after')))
    .map((name) => ({ before: filesOf(join(folder, name, 'before')), after: filesOf(join(folder, name, 'after')) }));
}

function filesOf(folder: string): Files {
  if (!existsSync(folder)) return {};
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    found.map(({ parentPath, name }) => [relative(folder, join(parentPath, name)), readFileSync(join(parentPath, name), 'utf8')]),
  );
}

/** Each puts the wrong examples of a few rules into a repository with the right ones. */
function fromPages(): Commit[] {
  const texts = ['dockerfile', 'compose'].flatMap((kind) =>
    readdirSync(join(RULES, kind))
      .filter((name) => name.endsWith('.md'))
      .map((name) => ({ kind, ...examples(join(RULES, kind, name)) })),
  );
  const usable = texts.filter(({ good, bad }) => good !== undefined && bad !== undefined);
  return Array.from({ length: Math.ceil(usable.length / EXAMPLES) }, (_, at) => {
    const own = usable.slice(at * EXAMPLES, (at + 1) * EXAMPLES);
    const path = (kind: string, i: number) => `s${i}/${kind === 'compose' ? 'compose.yaml' : 'Dockerfile'}`;
    return {
      before: Object.fromEntries(own.map(({ kind, good }, i) => [path(kind, i), good ?? ''])),
      after: Object.fromEntries(own.map(({ kind, bad }, i) => [path(kind, i), bad ?? ''])),
    };
  });
}

function examples(page: string): { good: string | undefined; bad: string | undefined } {
  const { examples: all } = readPage(readFileSync(page, 'utf8'), 'x');
  const plain = (kind: string) => all.find((one) => one.kind === kind && one.files.size === 1)?.main.text;
  return { good: plain('good'), bad: plain('bad') };
}
