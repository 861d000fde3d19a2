// Which files are ours by name, and which are not reviewed.
import type { Kind, Settings, Snapshot, SourceFile } from './model.ts';
import { type Matcher, parseDockerignore } from './parse/dockerignore.ts';

// `Dockerfile.md` speaks about Dockerfiles, and `dockerfile.go` reads them: neither is one.
const ABOUT = /\.(dockerignore|mdx?|rst|html?|json|ya?ml|toml|snap|patch|diff|orig|rej|sh|ps1|bat)$/;
const SOURCE_CODE = /^dockerfile.*\.(go|py|rb|js|ts|mjs|rs|java|kt|php|cs|ex|lua)$/;
const DOCKERFILE = /^(dockerfile|containerfile)([._-].*)?$|^.+\.(dockerfile|containerfile)$/s;
const LOOSE_DOCKERFILE = /^(Dockerfile|Containerfile)/;
const COMPOSE = /^(.+[._-])?(docker|podman)[-_.]?compose([._-].*)?\.ya?ml$|^compose([._-].*)?\.ya?ml$/s;
const LOOSE_COMPOSE = /^(docker-)?compose.*\.ya?ml$/s;

const baseName = (path: string) => path.slice(path.lastIndexOf('/') + 1);

/** Reads the name, and the globs of the settings, which win. `null`: neither. */
export function kindOf(path: string, settings: Pick<Settings, 'dockerfiles' | 'composeFiles'>): Kind | null {
  if (globs(settings.dockerfiles)?.(path)) return 'dockerfile';
  if (globs(settings.composeFiles)?.(path)) return 'compose';
  const name = baseName(path);
  const lower = name.toLowerCase();
  if (COMPOSE.test(lower) || LOOSE_COMPOSE.test(name)) return 'compose';
  if (ABOUT.test(lower) || SOURCE_CODE.test(name)) return null;
  return DOCKERFILE.test(lower) || LOOSE_DOCKERFILE.test(name) ? 'dockerfile' : null;
}

/** What builds and projects read beside their files, whatever calls it something else: never a Dockerfile or a Compose file. */
export const isBeside = (path: string): boolean => {
  const name = baseName(path);
  return name === '.env' || name.endsWith('.dockerignore');
};

/** What files may turn out to be. Another file may name one as either whose own name tells nothing. */
export function kindsAmong(
  files: readonly SourceFile[],
  { kinds, settings }: Pick<Snapshot, 'kinds' | 'settings'>,
): ReadonlySet<Kind> {
  return new Set(
    files.flatMap(({ path, text }): Kind[] => {
      const kind = kinds && Object.hasOwn(kinds, path) ? kinds[path] : kindOf(path, settings);
      if (!kind) return isBeside(path) ? [] : ['dockerfile', 'compose'];
      // A Compose file may have Dockerfiles in it.
      return kind === 'compose' && text.includes('dockerfile_inline') ? ['dockerfile', 'compose'] : [kind];
    }),
  );
}

export const isDevcontainer = (path: string): boolean =>
  /(^|\/)(\.devcontainer\/([^/]+\/)?devcontainer\.json|\.devcontainer\.json)$/.test(path);

/** Files that may call another one a Dockerfile or a Compose file, where they usually lie. */
export const NAMING_PATHS = [
  'compose.yaml',
  'compose.yml',
  'docker-compose.yaml',
  'docker-compose.yml',
  '.devcontainer/devcontainer.json',
  '.devcontainer.json',
] as const;

/** Whether a file whose name does not make it ours may be named as ours by another: most files of a change may not. */
export const mayBeNamed = (path: string): boolean => {
  const name = baseName(path);
  return !name.includes('.') || /\.ya?ml$|docker|container|image|build/i.test(name);
};

export const isIgnored = (path: string, settings: Pick<Settings, 'ignore'>): boolean => globs(settings.ignore)?.(path) ?? false;

/** A file without a telling name, given by hand: judged by its first lines. */
export function kindByContent(text: string): Kind | null {
  const head = text.slice(0, 4096);
  if (/^\s*(services|include)\s*:/m.test(head)) return 'compose';
  return /^\s*(FROM|ARG)\s+\S/im.test(head) ? 'dockerfile' : null;
}

// Settings travel as plain data, so their compiled patterns are kept beside them.
const compiled = new WeakMap<readonly string[], Matcher>();

function globs(patterns: readonly string[]): ((path: string) => boolean) | null {
  if (patterns.length === 0) return null;
  let matcher = compiled.get(patterns);
  if (!matcher) {
    matcher = parseDockerignore({ text: patterns.join('\n') });
    compiled.set(patterns, matcher);
  }
  const { ignores } = matcher;
  return ignores;
}
