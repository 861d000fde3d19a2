// Docker's official images: their library files say where each tag is built from and for what, their Dockerfiles as whom they run.
// https://github.com/docker-library/official-images#library-definition-files
import type { ImageFacts } from '../../src/parse/base-images.ts';

export interface LibraryEntry {
  readonly tags: readonly string[];
  readonly architectures: readonly string[];
  /** Where its Dockerfile is, as a path of raw.githubusercontent.com; `null` when the repository is not on GitHub. */
  readonly dockerfile: string | null;
}

type Fields = Readonly<Record<string, string>>;

/** Blocks of `Name: value` lines with empty lines between; lines that begin with a blank go on with the one above. The first block holds defaults. */
export function readLibrary(text: string): LibraryEntry[] {
  const blocks = text
    .replace(/\r/g, '')
    .replace(/^#.*\n/gm, '')
    .split(/\n\s*\n/)
    .map(readBlock);
  const [defaults = {}, ...entries] = blocks.filter((block) => Object.keys(block).length > 0);
  const all = defaults.Tags ? [defaults, ...entries] : entries;
  return all.filter(({ Tags }) => Tags).map((block) => entryOf(defaults, block));
}

function readBlock(text: string): Fields {
  const fields: Record<string, string> = {};
  for (const line of text.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const match = /^([A-Za-z0-9-]+):\s*(.*)$/.exec(line);
    if (match?.[1] && match[2] !== undefined) fields[match[1]] = match[2].trim();
  }
  return fields;
}

function entryOf(defaults: Fields, block: Fields): LibraryEntry {
  const list = (name: string) => (block[name] ?? defaults[name] ?? '').split(/\s*,\s*/).filter(Boolean);
  const architectures = list('Architectures');
  const value = (name: string) => block[`amd64-${name}`] ?? block[name] ?? defaults[`amd64-${name}`] ?? defaults[name] ?? '';
  const repository = /^https:\/\/github\.com\/([\w.-]+\/[\w.-]+?)(?:\.git)?$/.exec(value('GitRepo'))?.[1];
  const commit = /^[0-9a-f]{40}$/.exec(value('GitCommit'))?.[0];
  const folder = value('Directory').replace(/^\.\/?$/, '');
  const file = [folder, value('File') || 'Dockerfile'].filter(Boolean).join('/');
  return {
    tags: list('Tags'),
    architectures: architectures.length > 0 ? architectures : ['amd64'],
    dockerfile: repository && commit ? `/${repository}/${commit}/${file}` : null,
  };
}

/** How docker-library writes a platform, and how `--platform` does. */
const ARCHITECTURES: Readonly<Record<string, string>> = {
  arm32v5: 'arm/v5',
  arm32v6: 'arm/v6',
  arm32v7: 'arm/v7',
  arm64v8: 'arm64',
  i386: '386',
};
/** Images that are offered for more than these need no list: whoever asks for something else is told nothing. */
const FEW = 2;

export function platformFacts(entries: readonly LibraryEntry[]): Pick<ImageFacts, 'architectures' | 'windows'> {
  const all = new Set(entries.flatMap(({ architectures }) => architectures));
  const linux = [...all].filter((one) => !one.startsWith('windows')).map((one) => ARCHITECTURES[one] ?? one);
  return {
    ...(linux.length > 0 && linux.length <= FEW && { architectures: linux.sort() }),
    ...([...all].some((one) => one.startsWith('windows')) && { windows: true as const }),
  };
}

/** What the last stage of a Dockerfile sets. */
export function runFacts(dockerfile: string): { user: 'other' | undefined; healthcheck: boolean } {
  const lines = dockerfile.replace(/\\\r?\n/g, ' ').split(/\r?\n/);
  const from = lines.findLastIndex((line) => /^\s*FROM\s/i.test(line));
  const last = lines.slice(Math.max(0, from));
  const user = last
    .findLast((line) => /^\s*USER\s/i.test(line))
    ?.trim()
    .split(/\s+/)[1];
  return {
    user: user && !/^(?:root|0)(?::|$)/.test(user) ? 'other' : undefined,
    healthcheck: last.some((line) => /^\s*HEALTHCHECK\s+(?!NONE)/i.test(line)),
  };
}
