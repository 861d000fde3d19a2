// Settings of the command line: the repository's file, then what the options say.
import path from 'node:path';
import { isNotice } from '../../change/decode.ts';
import { relative } from '../../change/disk.ts';
import { readFile } from '../../change/read.ts';
import { withProjects } from '../../config/compose-projects.ts';
import { defaultSettings } from '../../config/defaults.ts';
import { PACKAGE, SETTINGS_PATHS, settingsAmong } from '../../config/paths.ts';
import type { Configuration, Overrides } from '../../config/read.ts';
import type { Preset, RuleSetting, Scope, Settings, Severity, SourceFile } from '../../model.ts';
import { nearest } from '../../parse/nearest.ts';
import type { Rule } from '../../rule.ts';
import { allOf, type Invocation, optionOf } from './command.ts';
import { Refusal } from './refusal.ts';
import { allRules, loadCompose } from './supply.ts';

/**
 * Throws a `Refusal` for options that make no sense and for a `--config` that cannot be read.
 * @param unsaid the preset where neither an option nor a settings file chooses rules
 */
export async function settingsFor(
  invocation: Invocation,
  cwd: string,
  unsaid: Preset = defaultSettings.preset,
): Promise<Configuration> {
  const read = await readFor(invocation, cwd, unsaid);
  const files = composeFilesOf(invocation, cwd);
  if (files.length === 0) return read;
  return { ...read, settings: { ...read.settings, ...withProjects(read.settings.composeFiles, [files]) } };
}

/** Those of `--file`, as seen from the working directory. */
export function composeFilesOf(invocation: Invocation, cwd: string): string[] {
  return allOf(invocation, 'file').map((given) => {
    const shown = relative(cwd, path.resolve(cwd, given));
    if (shown === '..' || shown.startsWith('../') || path.isAbsolute(shown))
      throw new Refusal(`${given} lies outside of the working directory: run hullcheck in a folder that holds all of them.`);
    return shown;
  });
}

async function readFor(invocation: Invocation, cwd: string, unsaid: Preset): Promise<Configuration> {
  const preset = optionOf(invocation, 'preset');
  const failOn = optionOf(invocation, 'fail-on');
  const scope = optionOf(invocation, 'scope');
  const overrides: Overrides = {
    ...(preset && { preset: preset as Preset }),
    ...(failOn && { failOn: failOn as Settings['failOn'] }),
    ...(scope && { scope: scope as Scope }),
  };
  const files = settingsFiles(optionOf(invocation, 'config'), cwd);
  const options = allOf(invocation, 'rule');
  if (files.length === 0 && options.length === 0) {
    return { settings: { ...defaultSettings, preset: unsaid, ...overrides }, notices: [] };
  }
  const rules = await allRules();
  const { readSettings } = await loadCompose();
  const { settings, notices } = readSettings(files, rules, overrides);
  const said = options.map((one) => ruleOption(one, rules));
  return { settings: said.length > 0 ? { ...settings, rules: withRules(settings.rules, said, rules) } : settings, notices };
}

function settingsFiles(given: string | undefined, cwd: string): readonly SourceFile[] {
  const found = (given === undefined ? SETTINGS_PATHS : [given]).flatMap((shown): SourceFile[] => {
    const file = path.resolve(cwd, shown);
    const read = readFile(file, shown, [path.parse(file).root]);
    if (!isNotice(read)) return [read];
    const passed = given === undefined && (shown === PACKAGE || read.message.includes('does not exist'));
    if (!passed) throw new Refusal(`${read.about}: ${read.message}`);
    return [];
  });
  return given === undefined ? settingsAmong(found.map((read) => ({ path: read.path, read }))).map(({ read }) => read) : found;
}

interface Said {
  rule: Rule;
  severity: Severity | 'off' | null;
}

const SEVERITIES = ['error', 'warning', 'info', 'off'] as const;

function ruleOption(option: string, rules: readonly Rule[]): Said {
  const equals = option.indexOf('=');
  const id = equals < 0 ? option : option.slice(0, equals);
  const word = equals < 0 ? null : option.slice(equals + 1);
  const rule = rules.find((one) => one.id === id);
  if (!rule) {
    const near = nearest(
      id,
      rules.map((one) => one.id),
    );
    throw new Refusal(`There is no rule "${id}".${near ? ` Did you mean "${near}"?` : ''} See: hullcheck rules`);
  }
  const severity = SEVERITIES.find((one) => one === word) ?? null;
  if (word !== null && severity === null)
    throw new Refusal(`"--rule ${option}": the severity is one of ${SEVERITIES.join(', ')}.`);
  return { rule, severity };
}

/** Ids without a severity switch all other rules off. */
function withRules(settings: Settings['rules'], said: readonly Said[], rules: readonly Rule[]): Settings['rules'] {
  const only = said.some(({ severity }) => severity === null);
  const result: Record<string, RuleSetting> = only
    ? Object.fromEntries(rules.map(({ id }) => [id, { severity: 'off' as const }]))
    : { ...settings };
  for (const { rule, severity } of said) {
    const file = Object.hasOwn(settings, rule.id) ? settings[rule.id] : undefined;
    const own = file?.severity && file.severity !== 'off' ? file.severity : rule.severity;
    result[rule.id] = { ...file, severity: severity ?? own };
  }
  return result;
}
