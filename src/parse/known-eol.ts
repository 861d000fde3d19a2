// When releases of base images stop getting security updates: by the vendors' own schedules (long-term support of Debian counts, paid extensions do not).
import { type Product, products } from './base-images.ts';
import type { ImageRef } from './image.ts';
import { officialName } from './known-images.ts';

export interface EndOfLife {
  /** `Debian 9` */
  readonly release: string;
  /** `YYYY-MM-DD`, the last day with updates. */
  readonly date: string;
}

/** Names in tags for releases that have numbers, too. */
const CODENAMES: ReadonlyMap<string, readonly [product: string, release: string]> = new Map(
  [...products].flatMap(([product, { codenames = {} }]) =>
    Object.entries(codenames).map(([name, release]): [string, [string, string]] => [name, [product, release]]),
  ),
);

/** The part of an image, or the system below it, whose support ends first, when that has happened by `today`. */
export function endOfLife(ref: ImageRef, today: string): EndOfLife | null {
  const tag = ref.tag ?? '';
  if (ref.dynamic) return null;
  const name = /^mcr\.microsoft\.com\/dotnet\/(?:aspnet|runtime|runtime-deps|sdk)$/.test(`${ref.registry}/${ref.repository}`)
    ? 'dotnet'
    : officialName(ref);
  const found = [own(name, tag), ...(name === null ? [] : systems(tag))];
  const ended = found.filter((one) => one !== null && one.date < today);
  return ended.sort((a, b) => ((a?.date ?? '') < (b?.date ?? '') ? -1 : 1))[0] ?? null;
}

function own(name: string | null, tag: string): EndOfLife | null {
  const product = products.get(name ?? '');
  if (!product) return null;
  const date = product.ends['*'];
  if (date) return /^(?:\d+-ea|.*-ea-)/.test(tag) ? null : { release: product.title, date };
  return release(product, tag);
}

/** The longest version at the start of the tag that the table has. */
function release({ title, ends }: Product, tag: string): EndOfLife | null {
  const parts = /^(?:centos|v)?(\d{1,4}(?:\.\d{1,4}){0,3})(?![\w.])/.exec(tag)?.[1]?.split('.') ?? [];
  for (let length = parts.length; length > 0; length--) {
    const version = parts.slice(0, length).join('.');
    const date = ends[version];
    if (date) return { release: `${title} ${version}`, date };
  }
  return null;
}

/** Systems that the words of a tag name: `bookworm`, `slim-buster`, `alpine3.19`. */
function systems(tag: string): (EndOfLife | null)[] {
  return tag.split('-').map((word) => {
    const alpine = /^alpine(\d\.\d{1,2})$/.exec(word)?.[1];
    const [product = '', version = ''] = alpine ? ['alpine', alpine] : (CODENAMES.get(word) ?? []);
    return own(product, version);
  });
}
