// Every source of settings → one plain Settings object, resolved outside the job.
import type { Notice, Preset, RuleSetting, Scope, Settings, SourceFile } from '../model.ts';
import type { MapNode, Node } from '../parse/compose/node.ts';
import { readYaml } from '../parse/compose/read.ts';
import type { Rule } from '../rule.ts';
import { lineStarts, placeOf } from '../text.ts';
import { budgetOf } from './budget.ts';
import { withProjects } from './compose-projects.ts';
import { defaultSettings } from './defaults.ts';
import { strings } from './equal.ts';
import { misfits } from './misfits.ts';
import { merged, peerOf, readPeers } from './peers.ts';
import { settingsSchema } from './schema.ts';

export interface Configuration {
  settings: Settings;
  /** What is wrong with the file, with line and remedy: the settings that fit hold all the same. A failure, for something asked for did not happen. */
  notices: Notice[];
}

/** What a person says at the door; it wins over the file. */
export interface Overrides {
  preset?: Preset;
  failOn?: Settings['failOn'];
  scope?: Scope;
  /** By id. */
  rules?: Readonly<Record<string, RuleSetting>>;
}

/** `sources`: our own settings file, or those of other tools; none of them where there are none. */
export function readSettings(sources: readonly SourceFile[], rules: readonly Rule[], overrides: Overrides = {}): Configuration {
  const [own] = sources.filter(({ path }) => peerOf(path) === null);
  const { settings, notices } = own ? readFile(own, rules) : readPeers(sources, rules);
  const { preset = settings.preset, failOn = settings.failOn, scope = settings.scope, rules: byId = {} } = overrides;
  const said = { preset, failOn, ...(scope && { scope }), rules: merged(settings.rules, byId) };
  return { settings: { ...settings, ...said }, notices };
}

function readFile(source: SourceFile, rules: readonly Rule[]): Configuration {
  const { documents, problems } = readYaml(source.text);
  const [root] = documents;
  const starts = lineStarts(source.text);
  const found = [...problems, ...(root ? misfits(root, settingsSchema(rules), 'The settings') : [])];
  const notices = found.map(({ range, message }): Notice => {
    const { line, column } = placeOf(starts, range.start);
    return { kind: 'failure', about: source.path, message: `Line ${line}, column ${column}: ${message}` };
  });
  if (root?.kind !== 'map') return { settings: defaultSettings, notices };
  return { settings: settingsOf(root, rules), notices };
}

/** Takes what fits and leaves the rest at its default. */
function settingsOf(root: MapNode, rules: readonly Rule[]): Settings {
  const { properties = {} } = settingsSchema(rules);
  const fitting = (key: string): Node | undefined => {
    const node = root.get(key);
    const schema = properties[key];
    return node && schema && misfits(node, schema, key).length === 0 ? node : undefined;
  };
  const word = <T extends string>(key: string, otherwise: T): T => {
    const node = fitting(key);
    return node?.kind === 'scalar' ? (node.string as T) : otherwise;
  };
  const words = (key: string): string[] => {
    const node = fitting(key);
    return node?.kind === 'list' ? node.items.flatMap((item) => (item.kind === 'scalar' ? [item.string] : [])) : [];
  };
  const lists = (key: string): string[][] => {
    const node = fitting(key);
    const items = node?.kind === 'list' ? node.items : [];
    return items.map((item) =>
      item.kind === 'list' ? item.items.flatMap((one) => (one.kind === 'scalar' ? [one.string] : [])) : [],
    );
  };
  const most = fitting('max-comments');
  const comments = fitting('ignore-comments');
  const budget = budgetOf(fitting('budget'));
  return {
    preset: word('preset', defaultSettings.preset),
    rules: rulesOf(root.get('rules'), rules),
    ignore: words('ignore'),
    dockerfiles: words('dockerfiles'),
    ...withProjects(words('compose-files'), lists('compose-projects')),
    failOn: word('fail-on', defaultSettings.failOn),
    maxComments: most?.kind === 'scalar' && typeof most.value === 'number' ? most.value : defaultSettings.maxComments,
    ignoreComments: !(comments?.kind === 'scalar' && comments.value === false),
    ...(budget && { budget }),
    ...(fitting('scope') && { scope: word<Scope>('scope', 'changed') }),
  };
}

function rulesOf(node: Node | undefined, rules: readonly Rule[]): Record<string, RuleSetting> {
  const schemas = settingsSchema(rules).properties?.rules?.properties ?? {};
  const settings: Record<string, RuleSetting> = {};
  if (node?.kind !== 'map') return settings;
  for (const { key, value } of node.entries) {
    const schema = Object.hasOwn(schemas, key.string) ? schemas[key.string] : undefined;
    if (!schema || misfits(value, schema, key.string).length > 0) continue;
    settings[key.string] =
      value.kind === 'map'
        ? { ...severityOf(value.get('severity')), ...optionsOf(value.get('options')), ...leftOutOf(value.get('ignore-services')) }
        : severityOf(value);
  }
  return settings;
}

const leftOutOf = (node: Node | undefined): RuleSetting => (node ? { ignoreServices: strings(node) } : {});
const severityOf = (node: Node | undefined): RuleSetting =>
  node?.kind === 'scalar' ? { severity: node.string as NonNullable<RuleSetting['severity']> } : {};
const optionsOf = (node: Node | undefined): RuleSetting => (node ? { options: plain(node, 0) as Record<string, unknown> } : {});

function plain(node: Node, depth: number): unknown {
  if (depth > 20) return null;
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map((item) => plain(item, depth + 1));
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.string, plain(value, depth + 1)]));
}
