// What another tool's settings mean here: its ids become our rules, with the reasons and with what has nothing equal.
import type { RuleSetting, Settings, SourceFile } from '../model.ts';
import type { MapNode, Node } from '../parse/compose/node.ts';
import { readYaml } from '../parse/compose/read.ts';
import type { Rule } from '../rule.ts';
import { lineStarts, placeOf } from '../text.ts';
import { misfits } from './misfits.ts';
import type { Schema } from './schema.ts';

/** The settings of another tool, as ours. */
export interface Equal {
  settings: Settings;
  /** Why a rule is set, by its id: what the other tool calls it. */
  reasons: ReadonlyMap<string, string>;
  /** What makes no sense in the file, with its line. */
  problems: readonly string[];
  /** What makes sense there and has nothing equal here. */
  left: readonly string[];
}

/** Settings on their way from there to here. */
export interface Draft {
  /** As `also` names it: `hadolint`. */
  tool: string;
  all: readonly Rule[];
  rules: Record<string, RuleSetting>;
  reasons: Map<string, string>;
  left: string[];
}

/** The file's map, `null` where there is none, and what is wrong with it. YAML; JSON is that, too. `within`: the key under which it stands. */
export function readMap(
  source: SourceFile,
  schema: Schema,
  name: string,
  within?: string,
): { root: MapNode | null; problems: string[] } {
  const { documents, problems: broken } = readYaml(source.text);
  const [whole] = documents;
  const root = within === undefined ? whole : whole?.kind === 'map' ? whole.get(within) : undefined;
  const starts = lineStarts(source.text);
  const found = [...broken, ...(root ? misfits(root, schema, name) : [])];
  const problems = found.map(({ range, message }) => `Line ${placeOf(starts, range.start).line}: ${message}`);
  return { root: root?.kind === 'map' ? root : null, problems };
}

export const newDraft = (tool: string, all: readonly Rule[]): Draft => ({
  tool,
  all,
  rules: {},
  reasons: new Map(),
  left: [],
});

/** Rules that are the same as one of the tool. */
export const equalTo = ({ tool, all }: Draft, id: string): readonly Rule[] =>
  all.filter(({ also = [] }) => also.includes(`${tool}/${id}`));

/** Sets these rules, and tells where there are none. `why`: what the other tool calls it. */
export function set(rules: readonly Rule[], setting: RuleSetting, why: string, draft: Draft): void {
  if (rules.length === 0) draft.left.push(`${why}: no rule of Hullcheck is the same.`);
  for (const { id } of rules) {
    draft.rules[id] = { ...draft.rules[id], ...setting };
    because(id, why, draft);
  }
}

/** Sets options of one rule, which is switched on by a severity. */
export function option(id: string, options: Record<string, unknown>, why: string, draft: Draft, severity?: 'info'): void {
  if (!draft.all.some((rule) => rule.id === id)) {
    draft.left.push(`${why}: Hullcheck has no rule ${id}.`);
    return;
  }
  const before = draft.rules[id];
  draft.rules[id] = { ...(severity && { severity }), ...before, options: { ...before?.options, ...options } };
  because(id, why, draft);
}

function because(id: string, why: string, { reasons }: Draft): void {
  const before = reasons.get(id);
  if (before === why) return;
  reasons.set(id, before === undefined ? why : `${before}, ${why}`);
}

export const isTrue = (node: Node | undefined): boolean => node?.kind === 'scalar' && node.value === true;

export const strings = (node: Node | undefined): string[] =>
  node?.kind === 'list' ? node.items.flatMap((item) => (item.kind === 'scalar' ? [item.string] : [])) : [];
