// Settings → the text of a `.github/hullcheck.yml` that says the same, with a comment on every key.
import { PRESETS, type RuleSetting, type Settings } from '../model.ts';

const SCHEMA = 'https://raw.githubusercontent.com/hullcheck/hullcheck/main/schema/hullcheck.schema.json';
const LINE = 100;

export interface Remarks {
  /** Beside a rule, by its id. */
  rules?: ReadonlyMap<string, string>;
  /** At the end, each a line. */
  end?: readonly string[];
}

export function settingsText(settings: Settings, { rules: beside = new Map(), end = [] }: Remarks = {}): string {
  const { preset, failOn, rules, ignore, dockerfiles, composeFiles, composeProjects, maxComments, ignoreComments, budget } =
    settings;
  const parts = [
    `# yaml-language-server: $schema=${SCHEMA}\n${comment('Settings of Hullcheck. On a pull request those of its base branch hold. Every key may be left out.')}`,
    `${comment(`Which rules are on: ${PRESETS.join(', ')}.`)}preset: ${preset}\n`,
    `${comment('The check fails when a finding of this level or a higher one is shown: error, warning, info, or never.')}fail-on: ${failOn}\n`,
    `${comment('Single rules: error, warning or info switches one on, off switches it off. "hullcheck rules" lists them.')}${rulesText(rules, beside)}`,
    `${comment('Paths that are not reviewed, as patterns of a .dockerignore.')}${list('ignore', ignore)}`,
    `${comment('Dockerfiles and Compose files whose names do not tell it, as patterns of a .dockerignore.')}${list('dockerfiles', dockerfiles)}${list('compose-files', composeFiles)}`,
    `${comment('Compose files that are loaded together, as with several -f: each list is a project, the base first.')}${projectsText(composeProjects)}`,
    `${comment('Comments of one review, at most. What does not fit is in the check.')}max-comments: ${maxComments}\n`,
    `${comment('Whether comments such as "# hullcheck ignore=no-sudo -- why" may hide findings.')}ignore-comments: ${ignoreComments}\n`,
    `${comment('What the limits of all services of a Compose project may add up to; "hullcheck inspect" tells.')}${budgetText(budget)}`,
    ...(end.length > 0 ? [end.map(comment).join('')] : []),
  ];
  return parts.join('\n');
}

function rulesText(rules: Settings['rules'], beside: ReadonlyMap<string, string>): string {
  const entries = Object.entries(rules).sort(([a], [b]) => (a < b ? -1 : 1));
  if (entries.length === 0) return 'rules: {}\n#  no-sudo: off\n';
  return `rules:\n${entries.map(([id, setting]) => ruleText(id, setting, beside.get(id))).join('')}`;
}

function ruleText(id: string, { severity, options, ignoreServices }: RuleSetting, why: string | undefined): string {
  const note = why === undefined ? '' : ` # ${why.replace(/\s+/g, ' ')}`;
  if (!options && !ignoreServices) return `  ${id}: ${severity ?? 'warning'}${note}\n`;
  // JSON is YAML.
  const lines = Object.entries(options ?? {}).map(([name, value]) => `      ${name}: ${JSON.stringify(value)}\n`);
  const parts = [
    severity === undefined ? '' : `    severity: ${severity}\n`,
    lines.length > 0 ? `    options:\n${lines.join('')}` : '',
    ignoreServices ? `    ignore-services: ${JSON.stringify(ignoreServices)}\n` : '',
  ];
  return `  ${id}:${note}\n${parts.join('')}`;
}

const projectsText = (projects: Settings['composeProjects'] = []): string =>
  projects.length > 0
    ? `compose-projects:\n${projects.map((files) => `  - ${JSON.stringify(files)}\n`).join('')}`
    : 'compose-projects: []\n#  - [compose.yaml, compose.prod.yaml]\n';

function budgetText(budget: Settings['budget']): string {
  if (!budget) return 'budget: {}\n#  cpus: 4\n#  memory: 8g\n';
  const memory = budget.memory === undefined ? '' : `  memory: ${budget.memory}b\n`;
  return `budget:\n${budget.cpus === undefined ? '' : `  cpus: ${budget.cpus}\n`}${memory}`;
}

const list = (key: string, items: readonly string[]): string => `${key}: ${JSON.stringify(items)}\n`;

function comment(text: string): string {
  const lines = ['#'];
  for (const word of text.replace(/[\s\u0085\u2028\u2029]+/g, ' ').split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last.length + word.length >= LINE && last !== '#') lines.push(`# ${word}`);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return `${lines.join('\n')}\n`;
}
