// Which of our rules a comment of another tool means: by `also`, however the id is spelt.
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

export function namesOf(rules: readonly Pick<Rule, 'id' | 'also'>[]): Names {
  return new Map(
    rules.map(({ id, also = [] }) => [
      id,
      new Set(
        also
          .map((one) => [one.slice(0, one.indexOf('/')).toLowerCase(), one.slice(one.indexOf('/') + 1)] as const)
          .map(([source, name]) => `${source}/${spelt(source, name)}`),
      ),
    ]),
  );
}

/** Whether a comment speaks of a rule. */
export function means({ tool, rules }: Pick<Said, 'tool' | 'rules'>, rule: string, names: Names): boolean {
  if (tool === 'hullcheck') return rules?.includes(rule) ?? false;
  const called = names.get(rule);
  if (!called || called.size === 0) return false;
  const sources = sourcesOf(tool);
  if (rules === null) return [...called].some((name) => sources.includes(name.slice(0, name.indexOf('/'))));
  return rules.some((id) => sources.some((source) => called.has(`${source}/${spelt(source, bare(source, id))}`)));
}

/** tally writes `hadolint/DL3008` for the ids of others. */
const bare = (source: string, id: string): string =>
  id.toLowerCase().startsWith(`${source}/`) ? id.slice(source.length + 1) : id;
