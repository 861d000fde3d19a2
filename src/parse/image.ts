// Image references after the distribution grammar: https://github.com/distribution/reference
import type { Range } from '../model.ts';

/** `[registry/]repository[:tag][@digest]`; ranges are relative to the text. */
export interface ImageRef {
  /** The whole text. */
  readonly text: string;
  /** As written: `null` means docker.io. */
  readonly registry: string | null;
  /** As written, without registry: `library/nginx`, `nginx`, `octo/shop`. */
  readonly repository: string;
  /** Last part of the repository. */
  readonly name: string;
  readonly tag: string | null;
  readonly digest: string | null;
  /** An official image of Docker Hub. */
  readonly official: boolean;
  /** Some part holds a variable, so that the others may not be what they seem. */
  readonly dynamic: boolean;
  /** Registry and repository. */
  readonly nameRange: Range;
  readonly tagRange: Range | null;
  readonly digestRange: Range | null;
}

const MAX_NAME = 255;
const DOCKER_HUB = new Set([null, 'docker.io', 'index.docker.io', 'registry-1.docker.io']);
const COMPONENT = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const DOMAIN =
  /^(?:[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?(?:\.[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?)*|\[[a-fA-F0-9:]+\])(?::[0-9]+)?$/;
const TAG = /^\w[\w.-]{0,127}$/;
const DIGEST = /^(?:sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128})$/;
const VARIABLE = /\$/;

/** A reference as Docker shows it, however long it is written: `nginx:1` for `docker.io/library/nginx:1`. */
export const familiarName = ({ text }: ImageRef): string => text.replace(PREFIX, '');

/** What Docker adds to names without a registry by itself. */
export const hubPrefix = (text: string): string | null => PREFIX.exec(text)?.[0] ?? null;

const PREFIX = /^(?:(?:index\.)?docker\.io\/)(?:library\/)?|^library\//;

/** Splits a reference into its parts; `null` when it is none. Parts with variables are taken as they are. */
export function parseImage(text: string): ImageRef | null {
  const at = findOutside(text, '@', 0);
  const nameEnd = at < 0 ? text.length : at;
  const colon = tagColon(text, nameEnd);
  const stop = colon < 0 ? nameEnd : colon;
  const { registry, repository } = splitRegistry(text.slice(0, stop));
  const tag = colon < 0 ? null : text.slice(colon + 1, nameEnd);
  const digest = at < 0 ? null : text.slice(at + 1);
  const valid =
    stop <= MAX_NAME &&
    fits(registry, DOMAIN) &&
    fits(tag, TAG) &&
    fits(digest, DIGEST) &&
    splitOutside(repository).every((component) => fits(component, COMPONENT)) &&
    !/^[a-f0-9]{64}$/.test(text);
  if (!valid) return null;
  return {
    text,
    registry,
    repository,
    name: splitOutside(repository).at(-1) ?? repository,
    tag,
    digest,
    official: DOCKER_HUB.has(registry) && /^(?:library\/)?[^/$]+$/.test(repository),
    dynamic: VARIABLE.test(text),
    nameRange: { start: 0, end: stop },
    tagRange: tag === null ? null : { start: stop + 1, end: nameEnd },
    digestRange: digest === null ? null : { start: nameEnd + 1, end: text.length },
  };
}

const fits = (part: string | null, grammar: RegExp) =>
  part === null || (part !== '' && (VARIABLE.test(part) || grammar.test(part)));

/** Index of a character outside of `${…}`, or -1. */
function findOutside(text: string, char: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const here = text.charAt(at);
    if (here === '$' && text.charAt(at + 1) === '{') depth++;
    else if (here === '}' && depth > 0) depth--;
    else if (here === char && depth === 0) return at;
  }
  return -1;
}

/** Index of the colon in front of the tag: the last one, behind the last slash. */
function tagColon(text: string, end: number): number {
  const name = text.slice(0, end);
  let found = -1;
  let slash = -1;
  for (let at = findOutside(name, '/', 0); at >= 0; at = findOutside(name, '/', at + 1)) slash = at;
  for (let at = findOutside(name, ':', slash + 1); at >= 0; at = findOutside(name, ':', at + 1)) found = at;
  return found;
}

function splitOutside(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = findOutside(text, '/', 0); at >= 0; at = findOutside(text, '/', at + 1)) {
    parts.push(text.slice(start, at));
    start = at + 1;
  }
  return [...parts, text.slice(start)];
}

/** The part before the first slash is a registry when it has a dot, a colon, an upper-case letter, or is `localhost`. */
function splitRegistry(name: string): { registry: string | null; repository: string } {
  const slash = findOutside(name, '/', 0);
  const first = slash < 0 ? '' : name.slice(0, slash);
  if (slash < 0 || !(/[.:A-Z]/.test(first) || first === 'localhost') || first.startsWith('$'))
    return { registry: null, repository: name };
  return { registry: first, repository: name.slice(slash + 1) };
}
