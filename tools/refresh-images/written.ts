// The data on base images as a file: the same facts give the same text, one image a line.
import type { BaseImages, ImageFacts, Product } from '../../src/parse/base-images.ts';

const KEYS = ['user', 'drops', 'application', 'shell', 'healthcheck', 'architectures', 'windows'] as const;

/** Versions by their numbers, words behind them. */
export function byVersion(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? -1) - (right[i] ?? -1);
    if (Number.isNaN(difference)) break;
    if (difference !== 0) return difference;
  }
  return a < b ? -1 : a > b ? 1 : 0;
}

const text = (value: unknown) => JSON.stringify(value);
const inLine = (entries: readonly (readonly [string, unknown])[]) =>
  `{ ${entries.map(([key, value]) => `${text(key)}: ${Array.isArray(value) ? `[${value.map(text).join(', ')}]` : text(value)}`).join(', ')} }`;

const imageLine = ([name, facts]: readonly [string, ImageFacts]) =>
  `    ${text(name)}: ${inLine(KEYS.flatMap((key) => (facts[key] === undefined ? [] : [[key, facts[key]] as const])))}`;

function productLines([name, { title, source, ends, codenames }]: readonly [string, Product]): string {
  const block = (key: string, values: Readonly<Record<string, string>>, order: (a: string, b: string) => number) =>
    `      ${text(key)}: {\n${Object.keys(values)
      .sort(order)
      .map((one) => `        ${text(one)}: ${text(values[one])}`)
      .join(',\n')}\n      }`;
  const blocks = [block('ends', ends, byVersion)];
  if (codenames) blocks.push(block('codenames', codenames, (a, b) => byVersion(codenames[a] ?? '', codenames[b] ?? '')));
  return `    ${text(name)}: {\n      "title": ${text(title)},\n      "source": ${text(source)},\n${blocks.join(',\n')}\n    }`;
}

const sorted = <T>(record: Readonly<Record<string, T>>) => Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));

export function written({ sources, images, products }: BaseImages): string {
  const { images: from, endOfLife } = sources;
  const source = ({ url, date }: typeof from) =>
    inLine([
      ['url', url],
      ['date', date],
    ]);
  return `{
  "sources": {
    "images": ${source(from)},
    "endOfLife": ${source(endOfLife)}
  },
  "images": {
${sorted(images)
  .filter(([, facts]) => Object.keys(facts).length > 0)
  .map(imageLine)
  .join(',\n')}
  },
  "products": {
${sorted(products).map(productLines).join(',\n')}
  }
}
`;
}
