// Which commands keep a cache that a later build can use, and where, as root: the manuals of each tool.
import type { Command } from './shell/model.ts';

export interface CacheUse {
  readonly folder: string;
  /** Options with which the command does without it. */
  readonly refusals: readonly string[];
}

const USES: readonly (readonly [RegExp, RegExp, CacheUse])[] = [
  [/^pip[\d.]*$/, /^install$/, { folder: '/root/.cache/pip', refusals: ['--no-cache-dir'] }],
  [/^uv$/, /^(?:sync|pip)$/, { folder: '/root/.cache/uv', refusals: ['--no-cache', '-n'] }],
  [/^npm$/, /^(?:ci|install|i)$/, { folder: '/root/.npm', refusals: [] }],
  [/^yarn$/, /^install$/, { folder: '/usr/local/share/.cache/yarn', refusals: [] }],
  [/^go$/, /^(?:build|install|test)$/, { folder: '/root/.cache/go-build', refusals: [] }],
  [/^go$/, /^mod$/, { folder: '/go/pkg/mod', refusals: [] }],
  [/^composer$/, /^install$/, { folder: '/root/.composer/cache', refusals: ['--no-cache'] }],
  [/^cargo$/, /^(?:build|install)$/, { folder: '/usr/local/cargo/registry', refusals: [] }],
  [/^mvn$/, /^(?:package|install|verify|compile)$|^dependency:/, { folder: '/root/.m2', refusals: [] }],
];

export function cacheUse({ name, operands }: Command): CacheUse | null {
  const action = operands[0]?.value ?? '';
  return USES.find(([names, actions]) => names.test(name) && actions.test(action))?.[2] ?? null;
}
