// Which commands keep a cache that a later build can use, and where, as root: the manuals of each tool.
import type { Command } from './shell/model.ts';

export interface CacheUse {
  readonly folder: string;
  /** Options with which the command does without it. */
  readonly refusals: readonly string[];
  /** A mount alone is not enough: the image has settings that empty the cache, or the folder needs a lock. */
  readonly more?: true;
}

const USES: readonly (readonly [RegExp, RegExp, CacheUse])[] = [
  [/^pip[\d.]*$/, /^install$/, { folder: '/root/.cache/pip', refusals: ['--no-cache-dir'] }],
  [/^uv$/, /^(?:sync|pip|tool)$/, { folder: '/root/.cache/uv', refusals: ['--no-cache', '-n'] }],
  [/^npm$/, /^(?:ci|install|i)$/, { folder: '/root/.npm', refusals: [] }],
  [/^yarn$/, /^install$/, { folder: '/usr/local/share/.cache/yarn', refusals: [] }],
  [/^go$/, /^(?:build|install|test)$/, { folder: '/root/.cache/go-build', refusals: [] }],
  [/^go$/, /^mod$/, { folder: '/go/pkg/mod', refusals: [] }],
  [/^composer$/, /^install$/, { folder: '/root/.composer/cache', refusals: ['--no-cache'] }],
  [/^cargo$/, /^(?:build|install)$/, { folder: '/usr/local/cargo/registry', refusals: [] }],
  [/^bundler?$/, /^install$/, { folder: '/usr/local/bundle/cache', refusals: [], more: true }],
  [/^pnpm$/, /^(?:install|i|add|fetch)$/, { folder: '/root/.local/share/pnpm/store', refusals: [], more: true }],
  [/^bun$/, /^(?:install|i|add|ci)$/, { folder: '/root/.bun/install/cache', refusals: ['--no-cache'] }],
  [/^yarn$/, /^add$/, { folder: '/usr/local/share/.cache/yarn', refusals: [] }],
  [/^go$/, /^get$/, { folder: '/go/pkg/mod', refusals: [] }],
  [/^dotnet$/, /^(?:restore|build|publish)$/, { folder: '/root/.nuget/packages', refusals: [] }],
  [/^poetry$/, /^(?:install|sync)$/, { folder: '/root/.cache/pypoetry', refusals: ['--no-cache'] }],
  [/^apt(?:-get)?$/, /^(?:install|upgrade|dist-upgrade)$/, { folder: '/var/cache/apt', refusals: [], more: true }],
  [/^apk$/, /^(?:add|upgrade)$/, { folder: '/var/cache/apk', refusals: ['--no-cache'], more: true }],
  [/^(?:micro)?dnf5?$/, /^(?:install|update|upgrade)$/, { folder: '/var/cache/dnf', refusals: [], more: true }],
  [/^yum$/, /^(?:install|update|upgrade)$/, { folder: '/var/cache/yum', refusals: [], more: true }],
  [/^zypper$/, /^(?:install|in|update|up)$/, { folder: '/var/cache/zypp', refusals: [], more: true }],
  [/^mvn$/, /^(?:package|install|verify|compile)$|^dependency:/, { folder: '/root/.m2', refusals: [] }],
];

export function cacheUse({ name, operands, args }: Command): CacheUse | null {
  const action = operands[0]?.value ?? (name === 'yarn' && args.every(({ text }) => text.startsWith('-')) ? 'install' : '');
  return USES.find(([names, actions]) => names.test(name) && actions.test(action))?.[2] ?? null;
}
