// Brings src/parse/base-images.json up to date: `npm run refresh`. Facts that no source tells (which entrypoints give up root, shells) stay as they are.
// Other addresses for mirrors and tests: `--library URL --dockerfiles URL --releases URL`; another file: `--file PATH`.
import { readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import type { BaseImages, ImageFacts, Product } from '../src/parse/base-images.ts';
import { readCycles } from './refresh-images/cycles.ts';
import { platformFacts, readLibrary, runFacts } from './refresh-images/library.ts';
import { written } from './refresh-images/written.ts';

const SECONDS = 20;
const { values: options } = parseArgs({
  options: {
    library: { type: 'string', default: 'https://raw.githubusercontent.com/docker-library/official-images/master/library' },
    dockerfiles: { type: 'string', default: 'https://raw.githubusercontent.com' },
    releases: { type: 'string', default: 'https://endoflife.date/api' },
    file: { type: 'string', default: fileURLToPath(new URL('../src/parse/base-images.json', import.meta.url)) },
  },
});

/** `null`: it is not there any more. @throws with the address and the reason */
async function fetched(url: string): Promise<string | null> {
  const answer = await fetch(url, { signal: AbortSignal.timeout(SECONDS * 1000) }).catch((error: Error) => {
    throw new Error(`${url} cannot be reached (${String(Object(error.cause).code ?? error.message)}).`);
  });
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(`${url} answers with ${answer.status}.`);
  return answer.text();
}

async function freshImage(name: string, before: ImageFacts): Promise<ImageFacts> {
  const library = await fetched(`${options.library}/${name}`);
  // Nobody builds it any more: what is known of its tags stays true.
  if (library === null) return before;
  const entries = readLibrary(library);
  const paths = new Set(entries.flatMap(({ dockerfile }) => dockerfile ?? []));
  const dockerfiles = (await Promise.all([...paths].map((path) => fetched(`${options.dockerfiles}${path}`)))).filter(
    (one) => one !== null,
  );
  const runs = dockerfiles.map(runFacts);
  const { drops, application, shell } = before;
  return {
    ...(runs.length > 0 ? everywhere(runs) : kept(before)),
    ...(drops && { drops }),
    ...(application && { application }),
    ...(shell && { shell }),
    ...platformFacts(entries),
  };
}

const everywhere = (runs: readonly { user: 'other' | undefined; healthcheck: boolean }[]): ImageFacts => ({
  ...(runs.every(({ user }) => user === 'other') && { user: 'other' as const }),
  ...(runs.every(({ healthcheck }) => !healthcheck) && { healthcheck: false }),
});

const kept = ({ user, healthcheck }: ImageFacts): ImageFacts => ({
  ...(user && { user }),
  ...(healthcheck !== undefined && { healthcheck }),
});

async function freshProduct(product: Product): Promise<Product> {
  if (product.source === null) return product;
  const url = `${options.releases}/${product.source}.json`;
  const answer = await fetched(url);
  if (answer === null) throw new Error(`${url} is not there any more: give the product another source.`);
  try {
    return { ...product, ends: { ...product.ends, ...Object.fromEntries(readCycles(JSON.parse(answer))) } };
  } catch (error) {
    throw new Error(`${url} cannot be read: ${Object(error).message}.`);
  }
}

async function each<T>(
  record: Readonly<Record<string, T>>,
  fresh: (name: string, one: T) => Promise<T>,
): Promise<Record<string, T>> {
  const done: Record<string, T> = {};
  for (const [name, one] of Object.entries(record)) done[name] = await fresh(name, one);
  return done;
}

try {
  const before: BaseImages = JSON.parse(readFileSync(options.file, 'utf8'));
  const products = await each(before.products, (_, product) => freshProduct(product));
  const images = await each(before.images, freshImage);
  const changed = { ...before, images, products };
  if (written(changed) === written(before)) {
    console.log('Nothing has changed.');
  } else {
    const date = new Date().toISOString().slice(0, 10);
    const sources = { images: { ...before.sources.images, date }, endOfLife: { ...before.sources.endOfLife, date } };
    writeFileSync(options.file, written({ ...changed, sources }));
    console.log(`${options.file} is up to date. Read the difference before you commit it.`);
  }
} catch (error) {
  console.error(`Nothing was written: ${Object(error).message}`);
  process.exitCode = 2;
}
