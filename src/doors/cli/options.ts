// The options that several commands share.
import { PRESETS } from '../../model.ts';
import type { Option } from './command.ts';

export const FORMATS = ['text', 'json', 'sarif', 'github', 'markdown'] as const;
export type Format = (typeof FORMATS)[number];

export const INSPECT_FORMATS = ['text', 'json', 'markdown'] as const;
export const GRAPH_FORMATS = ['mermaid', 'svg', 'dot'] as const;

export const LEVELS = ['error', 'warning', 'info', 'never'] as const;

export const HELP: Option = { name: 'help', short: 'h', help: 'Print this help.' };

export const CONFIG: Option = {
  name: 'config',
  value: 'FILE',
  help: 'Settings file. Default: .github/hullcheck.yml in the working directory.',
};

export const SETTINGS: readonly Option[] = [
  CONFIG,
  { name: 'preset', value: 'NAME', choices: PRESETS, help: 'Which rules are on.' },
  {
    name: 'rule',
    value: 'ID[=SEVERITY]',
    repeat: true,
    help: 'Severity of one rule: error, warning, info or off. An id alone runs only this rule and others so named. May be repeated.',
  },
  { name: 'fail-on', value: 'LEVEL', choices: LEVELS, help: 'The exit code is 1 when a finding is at or above this level.' },
];

export const COLOUR: readonly Option[] = [
  { name: 'color', help: 'Colours, although the output is no terminal.' },
  { name: 'no-color', help: 'No colours. NO_COLOR and FORCE_COLOR in the environment are heeded, too.' },
];

export const REPORT: readonly Option[] = [
  { name: 'format', short: 'f', value: 'FORMAT', choices: FORMATS, help: 'How findings are told. Default: text.' },
  { name: 'output', short: 'o', value: 'FILE', help: 'Write the report there instead of standard output.' },
  ...SETTINGS,
  { name: 'quiet', short: 'q', help: 'Text: findings and failures only. No progress.' },
  ...COLOUR,
  HELP,
];

/** Of what changed in git; everything else is `hullcheck check`. */
export const SCOPE: Option = {
  name: 'scope',
  value: 'WHAT',
  choices: ['changed', 'files'],
  help: 'changed: what is new on changed lines. files: all of the changed files. Default: as the settings say, else changed.',
};

/** Also `-f`, where its value is a path and no format. */
export const FILE: Option = {
  name: 'file',
  value: 'FILE',
  repeat: true,
  help: 'Compose file to load together with the others so named, as one project; also -f. May be repeated, the base first.',
};

export const STDIN: Option = {
  name: 'stdin-filename',
  value: 'PATH',
  help: 'The name of what "-" reads: it decides whether that is a Dockerfile or a Compose file.',
};
