// dclint's configuration as our settings: levels and options of its rules, and the paths that it leaves out.
// https://github.com/zavoloklom/docker-compose-linter#configuration
import type { Settings, SourceFile } from '../model.ts';
import type { MapNode, Node } from '../parse/compose/node.ts';
import type { Rule } from '../rule.ts';
import { optionsOf } from './dclint-options.ts';
import { defaultSettings } from './defaults.ts';
import { type Draft, type Equal, equalTo, isTrue, newDraft, option, readMap, set, strings } from './equal.ts';
import { PACKAGE, PACKAGE_KEY } from './paths.ts';
import type { Schema } from './schema.ts';

const LEVELS = [0, 1, 2] as const;
const SEVERITIES: Readonly<Record<string, 'off' | 'warning' | 'error'>> = { 0: 'off', 1: 'warning', 2: 'error' };

const schema: Schema = {
  type: 'object',
  additionalProperties: false,
  properties: {
    $schema: { type: 'string' },
    rules: { type: 'object', additionalProperties: { anyOf: [{ enum: LEVELS }, { type: 'array' }] } },
    quiet: { type: 'boolean' },
    debug: { type: 'boolean' },
    exclude: { type: 'array', items: { type: 'string' } },
  },
};

const PROGRAM = /\.[cm]?[jt]s$/;
/** `all`: every rule, to find those that dclint's ids mean. */
export function readDclint(source: SourceFile, all: readonly Rule[]): Equal {
  const draft = newDraft('dclint', all);
  if (PROGRAM.test(source.path)) {
    const problem = 'This is a program, and nothing of a repository is run. Write the same as JSON or YAML, in `.dclintrc.yaml`.';
    return { settings: defaultSettings, reasons: draft.reasons, problems: [problem], left: [] };
  }
  const within = source.path.endsWith(PACKAGE) ? PACKAGE_KEY : undefined;
  const { root, problems } = readMap(source, schema, 'The settings of dclint', within);
  if (!root) return { settings: defaultSettings, reasons: draft.reasons, problems, left: [] };
  const rules = root.get('rules');
  for (const { key, value } of rules?.kind === 'map' ? rules.entries : []) setRule(key.string, value, draft);
  for (const key of ['quiet', 'debug'])
    if (isTrue(root.get(key))) draft.left.push(`${key}: what is printed is chosen on the command line.`);
  const settings: Settings = { ...defaultSettings, rules: draft.rules, ignore: strings(root.get('exclude')).flatMap(patterns) };
  return { settings, reasons: draft.reasons, problems, left: draft.left };
}

function setRule(id: string, value: Node, draft: Draft): void {
  const [level, options] = value.kind === 'list' ? value.items : [value];
  const severity = level?.kind === 'scalar' ? SEVERITIES[String(level.value)] : undefined;
  if (!severity) return;
  set(equalTo(draft, id), { severity }, id, draft);
  if (severity !== 'off' && options?.kind === 'map') setOptions(id, options, draft);
}

function setOptions(id: string, map: MapNode, draft: Draft): void {
  const said = optionsOf(id, map);
  if (said && Object.keys(said.options).length > 0) option(said.rule, said.options, id, draft);
  const left = said?.left ?? map.entries.map(({ key }) => key.string);
  for (const key of left) draft.left.push(`${id}, ${key}: nothing here is the same.`);
}

/** dclint leaves out every Compose file with these letters anywhere in its path. */
function patterns(words: string): string[] {
  const inside = words.replace(/^\.\//, '').replace(/[\\*?[\]!]/g, '\\$&');
  if (inside === '') return [];
  return inside.endsWith('/') ? [`**/*${inside}**/*.y*ml`] : [`**/*${inside}*.y*ml`, `**/*${inside}*/**/*.y*ml`];
}
