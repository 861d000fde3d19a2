// When releases of base images stop getting security updates. Source, as of August 2026: the vendors' own schedules, as collected on https://endoflife.date
// under the names below (long-term support of Debian counts, paid extensions do not); for openjdk the notice on https://hub.docker.com/_/openjdk.
import type { ImageRef } from './image.ts';
import { officialName } from './known-images.ts';

export interface EndOfLife {
  /** `Debian 9` */
  readonly release: string;
  /** `YYYY-MM-DD`, the last day with updates. */
  readonly date: string;
}

const table = (text: string): ReadonlyMap<string, string> =>
  new Map(text.split(/[,\n]/).map((entry) => entry.trim().split(' ') as [string, string]));

const DEBIAN = table(
  `6 2016-02-29, 7 2018-05-31, 8 2020-06-30, 9 2022-06-30, 10 2024-06-30, 11 2026-08-31, 12 2028-06-30, 13 2030-06-30`,
);
const UBUNTU =
  table(`12.04 2017-04-28, 14.04 2019-04-25, 16.04 2021-04-30, 18.04 2023-05-31, 18.10 2019-07-18, 19.04 2020-01-23, 19.10 2020-07-17
  20.04 2025-05-31, 20.10 2021-07-22, 21.04 2022-01-20, 21.10 2022-07-14, 22.10 2023-07-20, 23.04 2024-01-25, 23.10 2024-07-11, 24.10 2025-07-10
  25.04 2026-01-15, 22.04 2027-05-31, 24.04 2029-05-31`);
const ALPINE =
  table(`3.1 2016-11-01, 3.2 2017-05-01, 3.3 2017-11-01, 3.4 2018-05-01, 3.5 2018-11-01, 3.6 2019-05-01, 3.7 2019-11-01, 3.8 2020-05-01
  3.9 2020-11-01, 3.10 2021-05-01, 3.11 2021-11-01, 3.12 2022-05-01, 3.13 2022-11-01, 3.14 2023-05-01, 3.15 2023-11-01, 3.16 2024-05-23, 3.17 2024-11-22
  3.18 2025-05-09, 3.19 2025-11-01, 3.20 2026-04-01, 3.21 2026-11-01, 3.22 2027-05-01, 3.23 2027-11-01`);
const DOTNET =
  table(`2.1 2021-08-21, 2.2 2019-12-23, 3.0 2020-03-03, 3.1 2022-12-13, 5.0 2022-05-10, 6.0 2024-11-12, 7.0 2024-05-14
  8.0 2026-11-10, 9.0 2026-11-10, 10.0 2028-11-14`);

/** Names in tags for releases that have numbers, too. */
const CODENAMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    debian: 'squeeze 6, wheezy 7, jessie 8, stretch 9, buster 10, bullseye 11, bookworm 12, trixie 13',
    ubuntu: 'precise 12.04, trusty 14.04, xenial 16.04, bionic 18.04, focal 20.04, jammy 22.04, noble 24.04',
  }).flatMap(([product, names]) => [...table(names)].map(([name, release]): [string, string] => [name, `${product} ${release}`])),
);

/** By official image. */
const PRODUCTS: ReadonlyMap<string, { readonly title: string; readonly ends: ReadonlyMap<string, string> }> = new Map(
  Object.entries({
    debian: { title: 'Debian', ends: DEBIAN },
    ubuntu: { title: 'Ubuntu', ends: UBUNTU },
    alpine: { title: 'Alpine', ends: ALPINE },
    centos: { title: 'CentOS', ends: table(`5 2017-03-31, 6 2020-11-30, 7 2024-06-30, 8 2021-12-31`) },
    fedora: {
      title: 'Fedora',
      ends: table(
        `30 2020-05-26, 31 2020-11-24, 32 2021-05-25, 33 2021-11-30, 34 2022-06-07, 35 2022-12-13, 36 2023-05-16, 37 2023-12-05, 38 2024-05-21, 39 2024-11-26, 40 2025-05-13, 41 2025-12-15`,
      ),
    },
    amazonlinux: {
      title: 'Amazon Linux',
      ends: table(`1 2023-12-31, 2016.09 2023-12-31, 2017.03 2023-12-31, 2017.09 2023-12-31, 2018.03 2023-12-31, 2 2026-06-30`),
    },
    python: {
      title: 'Python',
      ends: table(
        `2 2020-01-01, 2.7 2020-01-01, 3.3 2017-09-29, 3.4 2019-03-18, 3.5 2020-09-30, 3.6 2021-12-23, 3.7 2023-06-27, 3.8 2024-10-07, 3.9 2025-10-31, 3.10 2026-10-31, 3.11 2027-10-31, 3.12 2028-10-31, 3.13 2029-10-31`,
      ),
    },
    node: {
      title: 'Node.js',
      ends: table(
        `0 2016-12-31, 4 2018-04-30, 5 2016-06-30, 6 2019-04-30, 7 2017-06-30, 8 2019-12-31, 9 2018-06-30, 10 2021-04-30, 11 2019-06-01, 12 2022-04-30, 13 2020-06-01, 14 2023-04-30, 15 2021-06-01, 16 2023-09-11, 17 2022-06-01, 18 2025-04-30, 19 2023-06-01, 20 2026-04-30, 21 2024-06-01, 22 2027-04-30, 23 2025-06-01, 24 2028-04-30, 25 2026-06-01`,
      ),
    },
    golang: {
      title: 'Go',
      ends: table(
        `1.8 2018-02-16, 1.9 2018-08-24, 1.10 2019-02-25, 1.11 2019-09-03, 1.12 2020-02-25, 1.13 2020-08-11, 1.14 2021-02-16, 1.15 2021-08-16, 1.16 2022-03-15, 1.17 2022-08-02, 1.18 2023-02-01, 1.19 2023-08-08, 1.20 2024-02-06, 1.21 2024-08-13, 1.22 2025-02-11, 1.23 2025-08-12`,
      ),
    },
    ruby: {
      title: 'Ruby',
      ends: table(
        `1.9 2015-02-23, 2.0 2016-02-24, 2.1 2017-03-31, 2.2 2018-03-31, 2.3 2019-03-31, 2.4 2020-03-31, 2.5 2021-03-31, 2.6 2022-04-12, 2.7 2023-03-31, 3.0 2024-04-23, 3.1 2025-03-26, 3.2 2026-03-31, 3.3 2027-03-31, 3.4 2028-03-31`,
      ),
    },
    php: {
      title: 'PHP',
      ends: table(
        `5 2018-12-31, 5.3 2014-08-14, 5.4 2015-09-03, 5.5 2016-07-21, 5.6 2018-12-31, 7 2022-11-28, 7.0 2019-01-10, 7.1 2019-12-01, 7.2 2020-11-30, 7.3 2021-12-06, 7.4 2022-11-28, 8.0 2023-11-26, 8.1 2025-12-31, 8.2 2026-12-31, 8.3 2027-12-31, 8.4 2028-12-31`,
      ),
    },
    openjdk: { title: 'The image openjdk', ends: table(`* 2022-07-31`) },
    postgres: {
      title: 'PostgreSQL',
      ends: table(
        `9 2021-11-11, 9.3 2018-11-08, 9.4 2020-02-13, 9.5 2021-02-11, 9.6 2021-11-11, 10 2022-11-10, 11 2023-11-09, 12 2024-11-21, 13 2025-11-13, 14 2026-11-12, 15 2027-11-11, 16 2028-11-09, 17 2029-11-08, 18 2030-11-14`,
      ),
    },
    mysql: { title: 'MySQL', ends: table(`5 2023-10-31, 5.5 2018-12-31, 5.6 2021-02-28, 5.7 2023-10-31, 8.0 2026-04-30`) },
    mariadb: {
      title: 'MariaDB',
      ends: table(
        `10.0 2019-03-31, 10.1 2020-10-17, 10.2 2022-05-23, 10.3 2023-05-25, 10.4 2024-06-18, 10.5 2025-06-24, 10.6 2026-07-06`,
      ),
    },
    mongo: {
      title: 'MongoDB',
      ends: table(
        `3 2021-04-30, 3.4 2020-01-31, 3.6 2021-04-30, 4.0 2022-04-30, 4.2 2023-04-30, 4.4 2024-02-29, 5.0 2024-10-31, 6.0 2025-07-31`,
      ),
    },
    elasticsearch: { title: 'Elasticsearch', ends: table(`2 2018-02-28, 5 2019-03-11, 6 2022-02-10, 7 2026-01-15`) },
    tomcat: { title: 'Tomcat', ends: table(`6 2016-12-31, 7 2021-03-31, 8.0 2018-06-30, 8.5 2024-03-31, 10.0 2022-10-31`) },
  }),
);

/** The part of an image, or the system below it, whose support ends first, when that has happened by `today`. */
export function endOfLife(ref: ImageRef, today: string): EndOfLife | null {
  const tag = ref.tag ?? '';
  if (ref.dynamic) return null;
  const name = /^mcr\.microsoft\.com\/dotnet\/(?:aspnet|runtime|runtime-deps|sdk)$/.test(`${ref.registry}/${ref.repository}`)
    ? 'dotnet'
    : officialName(ref);
  const found = [name === 'dotnet' ? release('.NET', DOTNET, tag) : own(name, tag), ...(name === null ? [] : systems(tag))];
  const ended = found.filter((one) => one !== null && one.date < today);
  return ended.sort((a, b) => ((a?.date ?? '') < (b?.date ?? '') ? -1 : 1))[0] ?? null;
}

function own(name: string | null, tag: string): EndOfLife | null {
  const product = PRODUCTS.get(name ?? '');
  if (!product) return null;
  const date = product.ends.get('*');
  if (date) return /^(?:\d+-ea|.*-ea-)/.test(tag) ? null : { release: product.title, date };
  return release(product.title, product.ends, tag);
}

/** The longest version at the start of the tag that the table has. */
function release(title: string, ends: ReadonlyMap<string, string>, tag: string): EndOfLife | null {
  const parts = /^(?:centos|v)?(\d{1,4}(?:\.\d{1,4}){0,3})(?![\w.])/.exec(tag)?.[1]?.split('.') ?? [];
  for (let length = parts.length; length > 0; length--) {
    const version = parts.slice(0, length).join('.');
    const date = ends.get(version);
    if (date) return { release: `${title} ${version}`, date };
  }
  return null;
}

/** Systems that the words of a tag name: `bookworm`, `slim-buster`, `alpine3.19`. */
function systems(tag: string): (EndOfLife | null)[] {
  return tag.split('-').map((word) => {
    const alpine = /^alpine(\d\.\d{1,2})$/.exec(word)?.[1];
    const [product = '', version = ''] = alpine ? ['alpine', alpine] : (CODENAMES.get(word) ?? '').split(' ');
    return own(product, version);
  });
}
