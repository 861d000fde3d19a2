// Whether a package is named with its version, in the way of each package manager.
import type { Manager } from './packages.ts';
import type { Arg } from './shell/model.ts';

export type Ecosystem = Exclude<Manager, 'pacman'> | 'pip' | 'npm' | 'gem' | 'go';

/** Names that say which version is wanted, or that have none: files, addresses, groups. */
const VERSIONED: Readonly<Record<Ecosystem, RegExp>> = {
  apt: /[=/]|\.deb$|[*?^]/,
  apk: /[=<>~@/]|\.apk$/,
  dnf: /[-:]\d|^@|[/*?]|\.rpm$|=/,
  zypper: /[=<>]|[-:]\d|[/*?]|\.rpm$/,
  pip: /^(?:git\+.{1,500}@[^/@:]{1,100}|(?!git\+).{0,500}(?:[=<>~!]=|[<>@/\\]).*|.*\.(?:whl|zip|txt)|.*\.tar\.\w+|\.+)$/,
  npm: /^(?!git(?:\+|:))(?:(?!@latest$)[^@]+|@[^@/]+\/[^@]+)@(?!latest$)|^(?:\.{0,2}\/|\.{1,2}$|~)|\.(?:tgz|tar\.gz|tar)$|^(?:https?:\/\/(?!git)|file:)|#/,
  gem: /:\d|\.gem$/,
  go: /@(?!latest$)|^[./]|^[^./]+(?:\/|$)|\.go$/,
};

/** `false`: whatever version is newest when the image is built; `null`: a variable decides. */
export function isVersioned(ecosystem: Ecosystem, name: Arg): boolean | null {
  return name.value === null
    ? VERSIONED[ecosystem].test(name.text.replace(/\$\{[^}]*\}/g, '$'))
      ? true
      : null
    : VERSIONED[ecosystem].test(name.value);
}

/** Packages without version, for a message that does not depend on their order: `curl`, `git` and 3 more. */
export function listed(names: readonly Arg[]): string {
  const shown = names
    .map(({ text }) => `\`${text}\``)
    .sort()
    .slice(0, 2);
  return names.length > shown.length ? `${shown.join(', ')} and ${names.length - shown.length} more` : shown.join(' and ');
}
