// `.hadolint.yaml` as our settings: what it ignores is off, what it overrides has that severity, and so on.
import type { RuleSetting, Settings, SourceFile } from '../model.ts';
import type { MapNode, Node } from '../parse/compose/node.ts';
import { readYaml } from '../parse/compose/read.ts';
import type { Rule } from '../rule.ts';
import { lineStarts, placeOf } from '../text.ts';
import { defaultSettings } from './defaults.ts';
import { hadolintSchema } from './hadolint-keys.ts';
import { misfits } from './misfits.ts';

export interface Hadolint {
  settings: Settings;
  /** Why a rule is set, by its id: what hadolint calls it. */
  reasons: ReadonlyMap<string, string>;
  /** What makes no sense in the file, with its line. */
  problems: readonly string[];
  /** What makes sense there and has nothing equal here. */
  left: readonly string[];
}

/** Settings on their way from there to here. */
interface Draft {
  all: readonly Rule[];
  rules: Record<string, RuleSetting>;
  reasons: Map<string, string>;
  left: string[];
}

const FAIL_ON: Readonly<Record<string, Settings['failOn']>> = {
  error: 'error',
  warning: 'warning',
  info: 'info',
  style: 'info',
  ignore: 'never',
  none: 'never',
};
const SEVERITIES = { error: 'error', warning: 'warning', info: 'info', style: 'info' } as const;

/** `all`: every rule, to find those that hadolint's ids mean. */
export function readHadolint(source: SourceFile, all: readonly Rule[]): Hadolint {
  const { documents, problems: broken } = readYaml(source.text);
  const [root] = documents;
  const starts = lineStarts(source.text);
  const found = [...broken, ...(root ? misfits(root, hadolintSchema, 'The settings of hadolint') : [])];
  const problems = found.map(({ range, message }) => `Line ${placeOf(starts, range.start).line}: ${message}`);
  const draft: Draft = { all, rules: {}, reasons: new Map(), left: [] };
  if (root?.kind !== 'map') return { settings: defaultSettings, reasons: draft.reasons, problems, left: [] };
  severities(root, draft);
  registries(root, draft);
  labels(root, draft);
  for (const key of ['format', 'output-format', 'no-color', 'verbose'])
    if (root.get(key)) draft.left.push(`${key}: the command line has an option for this.`);
  const threshold = root.get('failure-threshold');
  const failOn = isTrue(root.get('no-fail')) ? 'never' : FAIL_ON[threshold?.kind === 'scalar' ? threshold.string : ''];
  const settings: Settings = {
    ...defaultSettings,
    rules: draft.rules,
    failOn: failOn ?? defaultSettings.failOn,
    ignoreComments: !isTrue(root.get('disable-ignore-pragma')),
  };
  return { settings, reasons: draft.reasons, problems, left: draft.left };
}

function severities(root: MapNode, draft: Draft): void {
  const override = root.get('override');
  for (const [level, severity] of Object.entries(SEVERITIES))
    for (const id of strings(override?.kind === 'map' ? override.get(level) : undefined)) equal(id, { severity }, draft);
  const ignored = strings(root.get('ignored'));
  const excluded = ignored.filter(isShellcheck);
  for (const id of ignored) if (!isShellcheck(id)) equal(id, { severity: 'off' }, draft);
  if (excluded.length > 0)
    for (const id of ['shellcheck', 'shellcheck-style']) option(id, { exclude: excluded }, 'ignored', draft);
}

const isShellcheck = (id: string) => /^SC\d+$/.test(id);

/** Sets the rules that are the same as one of hadolint. */
function equal(id: string, setting: RuleSetting, draft: Draft): void {
  const own = isShellcheck(id) ? [] : draft.all.filter(({ also = [] }) => also.includes(`hadolint/${id}`));
  if (own.length === 0)
    draft.left.push(
      `${id}: ${isShellcheck(id) ? 'codes of ShellCheck have no severity each' : 'no rule of Hullcheck is the same'}.`,
    );
  for (const rule of own) {
    draft.rules[rule.id] = { ...draft.rules[rule.id], ...setting };
    because(rule.id, id, draft);
  }
}

function option(id: string, options: Record<string, unknown>, why: string, draft: Draft, severity?: 'info'): void {
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
  reasons.set(id, before === undefined ? why : `${before}, ${why}`);
}

function registries(root: MapNode, draft: Draft): void {
  const trusted = [...strings(root.get('trustedRegistries')), ...strings(root.get('trusted-registries'))];
  if (trusted.length > 0) option('trusted-registries', { registries: trusted }, 'trustedRegistries', draft);
}

/** https://github.com/hadolint/hadolint#linting-labels */
function labels(root: MapNode, draft: Draft): void {
  const schema = root.get('label-schema');
  const entries = schema?.kind === 'map' ? schema.entries : [];
  if (entries.length === 0) return;
  const keys = entries.map(({ key }) => key.string);
  option('expected-labels', { required: keys, others: !isTrue(root.get('strict-labels')) }, 'label-schema', draft, 'info');
  const typed = entries.flatMap(({ key, value }) => (value.kind === 'scalar' ? [[key.string, value.string] as const] : []));
  const formats = Object.fromEntries(typed.filter(([, type]) => type !== 'rawtext'));
  option('valid-label-values', { formats }, 'label-schema', draft, 'info');
}

const isTrue = (node: Node | undefined): boolean => node?.kind === 'scalar' && node.value === true;

const strings = (node: Node | undefined): string[] =>
  node?.kind === 'list' ? node.items.flatMap((item) => (item.kind === 'scalar' ? [item.string] : [])) : [];
