// compose-lint's configuration as our settings: which of its rules are off, and how grave the others are.
// https://github.com/tmatens/compose-lint/blob/main/docs/configuration.md
import type { RuleSetting, Settings, SourceFile } from '../model.ts';
import type { MapNode, Node } from '../parse/compose/node.ts';
import type { Rule } from '../rule.ts';
import { defaultSettings } from './defaults.ts';
import { type Draft, type Equal, equalTo, newDraft, readMap, set, strings } from './equal.ts';
import type { Schema } from './schema.ts';

const TOOL = 'compose-lint';
const SEVERITIES = { critical: 'error', high: 'error', medium: 'warning', low: 'info' } as const;

const schema: Schema = {
  type: 'object',
  properties: {
    rules: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        properties: {
          enabled: { type: 'boolean' },
          reason: { type: 'string' },
          severity: { enum: Object.keys(SEVERITIES) },
          exclude_services: { anyOf: [{ type: 'array', items: { type: 'string' } }, { type: 'object' }] },
        },
      },
    },
  },
};

interface Said {
  id: string;
  off: boolean;
  severity: RuleSetting['severity'];
  reason: string;
  /** Names of services, each with the reason, which may be empty. */
  excluded: ReadonlyMap<string, string>;
}

/** `all`: every rule, to find those that compose-lint's ids mean. */
export function readComposeLint(source: SourceFile, all: readonly Rule[]): Equal {
  const draft = newDraft(TOOL, all);
  const { root, problems } = readMap(source, schema, 'The settings of compose-lint');
  const rules = root?.get('rules');
  const said =
    rules?.kind === 'map' ? rules.entries.map(({ key, value }) => saidOf(key.string, value.kind === 'map' ? value : null)) : [];
  const byName = new Map(said.map((one) => [`${TOOL}/${one.id}`, one]));
  for (const one of said) setRule(one, byName, draft);
  const settings: Settings = { ...defaultSettings, rules: draft.rules };
  return { settings, reasons: draft.reasons, problems, left: draft.left };
}

function saidOf(id: string, map: MapNode | null): Said {
  const [enabled, severity, reason, excluded] = ['enabled', 'severity', 'reason', 'exclude_services'].map((key) => map?.get(key));
  const level = severity?.kind === 'scalar' ? severity.string.toLowerCase() : '';
  return {
    id,
    off: enabled?.kind === 'scalar' && enabled.value === false,
    severity: Object.hasOwn(SEVERITIES, level) ? SEVERITIES[level as keyof typeof SEVERITIES] : undefined,
    reason: reason?.kind === 'scalar' && reason.value !== null ? `: ${reason.string}` : '',
    excluded: new Map(excludedIn(excluded)),
  };
}

function excludedIn(node: Node | undefined): [name: string, reason: string][] {
  if (node?.kind === 'list') return strings(node).map((name) => [name, '']);
  if (node?.kind !== 'map') return [];
  return node.entries.map(({ key, value }) => [key.string, value.kind === 'scalar' && value.value !== null ? value.string : '']);
}

function setRule({ id, off, severity, reason, excluded }: Said, byName: ReadonlyMap<string, Said>, draft: Draft): void {
  const equal = equalTo(draft, id);
  const theirs = ({ also = [] }: Rule) => also.filter((name) => name.startsWith(`${TOOL}/`));
  if (off) {
    // A rule that stands for several of theirs is off only when all of them are.
    const wider = equal.filter((rule) => theirs(rule).some((name) => !byName.get(name)?.off));
    for (const rule of wider) draft.left.push(`${id}: ${rule.id} stays on, for it is the same as others, too.`);
    const only = equal.filter((rule) => !wider.includes(rule));
    if (only.length > 0 || equal.length === 0) set(only, { severity: 'off' }, `${id}${reason}`, draft);
    return;
  }
  if (severity) set(equal, { severity }, id, draft);
  if (excluded.size === 0) return;
  const services = [...excluded.keys()];
  const why = [...excluded].flatMap(([name, because]) => (because ? [`${name}: ${because}`] : [])).join(', ');
  for (const rule of equal) {
    const left = services.filter((name) =>
      theirs(rule).every((one) => byName.get(one)?.off || byName.get(one)?.excluded.has(name)),
    );
    const told = services.filter((name) => !left.includes(name));
    if (told.length > 0)
      draft.left.push(`${id}, exclude_services: ${rule.id} still tells ${told.join(', ')}, for it is the same as others, too.`);
    if (left.length > 0) set([rule], { ignoreServices: left }, why ? `${id}, ${why}` : id, draft);
  }
  if (equal.length === 0) set([], {}, id, draft);
}
