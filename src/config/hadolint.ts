// `.hadolint.yaml` as our settings: what it ignores is off, what it overrides has that severity, and so on.
import type { RuleSetting, Settings, SourceFile } from '../model.ts';
import type { MapNode } from '../parse/compose/node.ts';
import type { Rule } from '../rule.ts';
import { defaultSettings } from './defaults.ts';
import { type Draft, type Equal, equalTo, isTrue, newDraft, option, readMap, set, strings } from './equal.ts';
import { hadolintSchema } from './hadolint-keys.ts';

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
export function readHadolint(source: SourceFile, all: readonly Rule[]): Equal {
  const { root, problems } = readMap(source, hadolintSchema, 'The settings of hadolint');
  const draft = newDraft('hadolint', all);
  if (!root) return { settings: defaultSettings, reasons: draft.reasons, problems, left: [] };
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

function equal(id: string, setting: RuleSetting, draft: Draft): void {
  if (isShellcheck(id)) draft.left.push(`${id}: codes of ShellCheck have no severity each.`);
  else set(equalTo(draft, id), setting, id, draft);
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
