// Which of our rules a comment of another tool means: by `also`, however the id is spelt.

import type { Finding } from '../model.ts';
import type { Rule } from '../rule.ts';
import type { Said } from './ignore.ts';

/** Where the ids that a tool's comments name come from; by default only from the tool itself. */
const SOURCES: Readonly<Record<string, readonly string[]>> = {
  hadolint: ['hadolint', 'shellcheck'],
  tally: ['tally', 'hadolint', 'buildkit', 'shellcheck'],
};

const sourcesOf = (tool: string): readonly string[] => SOURCES[tool] ?? [tool];

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** `DS002`, `AVD-DS-0002` and `DS-0002` are one id, as are a query's UUID and its first eight digits. */
function spelt(source: string, id: string): string {
  const last = source === 'semgrep' ? (id.split('.').at(-1) ?? '') : source === 'tally' ? (id.split('/').at(-1) ?? '') : id;
  const word = last
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (source === 'trivy') return word.replace(/^(?:avd-)?ds-?0*(\d+)$/, 'ds-$1');
  return UUID.test(word) ? word.slice(0, 8) : word;
}

/** What the rules are called elsewhere, by their ids: `<source>/<id>`, in one spelling. */
export type Names = ReadonlyMap<string, ReadonlySet<string>>;

export const namesOf = (rules: readonly Pick<Rule, 'id' | 'also'>[]): Names =>
  new Map(rules.map(({ id, also = [] }) => [id, new Set(also.map(oneName))]));

function oneName(also: string): string {
  const slash = also.indexOf('/');
  const source = also.slice(0, slash).toLowerCase();
  return `${source}/${spelt(source, also.slice(slash + 1))}`;
}

/** Whether a comment speaks of a finding. What an outside tool found is called as that tool calls it. */
export function means(
  { tool, rules }: Pick<Said, 'tool' | 'rules'>,
  { rule, code }: Pick<Finding, 'rule' | 'code'>,
  names: Names,
): boolean {
  if (tool === 'hullcheck') return rules?.includes(rule) ?? false;
  const called = code === undefined ? names.get(rule) : new Set([oneName(code)]);
  if (!called || called.size === 0) return false;
  const sources = sourcesOf(tool);
  if (rules === null) return [...called].some((name) => sources.includes(name.slice(0, name.indexOf('/'))));
  return rules.some((id) => sources.some((source) => called.has(`${source}/${spelt(source, bare(source, id))}`)));
}

/** tally writes `hadolint/DL3008` for the ids of others. */
const bare = (source: string, id: string): string =>
  id.toLowerCase().startsWith(`${source}/`) ? id.slice(source.length + 1) : id;
