// Every command of the command line, in the order of the help.

import { THEME_NAMES } from '../../report/graph/theme.ts';
import type { Command } from './command.ts';
import { COLOUR, CONFIG, FILE, GRAPH_FORMATS, HELP, INSPECT_FORMATS, REPORT, SCOPE, SETTINGS, STDIN } from './options.ts';

const PATHS = { shown: '[PATH...]', most: Number.POSITIVE_INFINITY, complete: 'files' } as const;

export const SHELLS = ['bash', 'zsh', 'fish'] as const;

export const COMMANDS: readonly Command[] = [
  {
    name: 'check',
    summary: 'Review files and folders.',
    about: [
      'Reviews every Dockerfile and Compose file in the given folders (default: the working directory), and every file given by name.',
      'A folder is searched for Dockerfile*, *.Dockerfile, Containerfile*, compose*.yml, docker-compose*.yml, what they and a devcontainer.json name, and the globs of the settings. A file given by name is reviewed whatever its name.',
    ],
    operands: PATHS,
    options: [FILE, STDIN, ...REPORT],
    examples: [
      ['hullcheck check', 'everything below the working directory'],
      ['hullcheck check Dockerfile deploy/', 'one file and one folder'],
      ['hullcheck check -f compose.yaml -f compose.prod.yaml', 'two Compose files as the project that they are together'],
      ['hullcheck check --format sarif --output hullcheck.sarif', 'for code scanning'],
      ['hullcheck check --rule no-sudo=error --fail-on error', 'one rule made strict'],
      ['cat Dockerfile | hullcheck check - --stdin-filename Dockerfile', 'from an editor'],
    ],
  },
  {
    name: 'review',
    summary: 'Review what changed in git, as a pull request would show it.',
    about: [
      'Compares the working tree, with what is not committed yet, with its merge base with BASE, and tells what is new: findings on changed lines and the three lines around them that the base did not have.',
      'Without --base it is the default branch of origin, else main, else master, else the last commit before this one. It says which.',
    ],
    operands: { shown: '', most: 0, complete: 'none' },
    options: [{ name: 'base', short: 'b', value: 'REF', help: 'Commit, branch or tag to compare with.' }, SCOPE, FILE, ...REPORT],
    examples: [
      ['hullcheck review', 'this branch, as its pull request would be reviewed'],
      ['hullcheck review --base HEAD~1', 'the last commit and what is not committed'],
      ['hullcheck review --base origin/main --format github', 'annotations in a workflow'],
    ],
  },
  {
    name: 'fix',
    summary: 'Correct what can be corrected.',
    about: [
      'Applies fixes that leave the built image or the started service as it is, reviews again, and goes on until nothing changes. Then it says what it corrected and what remains.',
      'Where neither a settings file nor an option chooses rules, it corrects what any rule can correct, also what check keeps quiet about; with "--preset recommended" only what check tells.',
      'Files keep their mode, byte order mark and line ends. "-" reads standard input and writes the corrected text to standard output.',
    ],
    operands: PATHS,
    options: [
      { name: 'unsafe', help: 'Also fixes that change what is built or started. Each says what it changes.' },
      { name: 'diff', help: 'Print what would change as a unified diff and write nothing.' },
      FILE,
      STDIN,
      ...REPORT,
    ],
    examples: [
      ['hullcheck fix', 'everything below the working directory'],
      ['hullcheck fix --diff', 'look first'],
      ['hullcheck fix --preset recommended', 'only what check tells'],
      ['hullcheck fix --diff --unsafe Dockerfile | git apply', 'take over what you want'],
    ],
  },
  {
    name: 'rules',
    summary: 'List the rules, or explain one.',
    about: [
      'Lists every rule with its severity and what its fix may do. With an id, also one of another tool (DL3006), prints the page of that rule.',
    ],
    operands: { shown: '[ID]', most: 1, complete: 'none' },
    options: [
      { name: 'format', short: 'f', value: 'FORMAT', choices: ['text', 'json'], help: 'Default: text.' },
      { name: 'output', short: 'o', value: 'FILE', help: 'Write there instead of standard output.' },
      ...COLOUR,
      HELP,
    ],
    examples: [
      ['hullcheck rules', 'all of them'],
      ['hullcheck rules no-sudo', 'why, when not, and examples'],
      ['hullcheck rules --format json', 'for programs'],
    ],
  },
  {
    name: 'why',
    summary: 'Explain what was judged at a line, and why.',
    about: [
      'Tells what the line belongs to, what was found there, what of that is hidden and why, and what rules that are off would say.',
    ],
    operands: { shown: 'FILE:LINE', most: 1, complete: 'files' },
    options: [
      { name: 'base', short: 'b', value: 'REF', help: 'As a review against this commit, branch or tag shows it.' },
      { name: 'format', short: 'f', value: 'FORMAT', choices: ['text', 'json'], help: 'Default: text.' },
      { name: 'output', short: 'o', value: 'FILE', help: 'Write there instead of standard output.' },
      ...SETTINGS,
      ...COLOUR,
      HELP,
    ],
    examples: [
      ['hullcheck why Dockerfile:12', 'why something is said there, or nothing'],
      ['hullcheck why Dockerfile:12 --base main', 'as the pull request shows it'],
    ],
  },
  {
    name: 'inspect',
    summary: 'Analyse Compose projects as a whole.',
    about: [
      'Reads each project as docker compose does, with overrides, includes and extended files, and tells: limits of each service and of all together against the budget of the settings, who can reach whom and what is published where, what is mounted and shared, in which order services start, and advice on performance.',
      'The exit code is 1 when the limits together exceed the budget.',
    ],
    operands: PATHS,
    options: [
      { name: 'format', short: 'f', value: 'FORMAT', choices: INSPECT_FORMATS, help: 'Default: text.' },
      { name: 'output', short: 'o', value: 'FILE', help: 'Write there instead of standard output.' },
      FILE,
      CONFIG,
      ...COLOUR,
      HELP,
    ],
    examples: [
      ['hullcheck inspect', 'all projects below the working directory'],
      ['hullcheck inspect compose.yaml --format json', 'for programs'],
    ],
  },
  {
    name: 'graph',
    summary: 'Draw a Compose project.',
    about: [
      'Draws services in groups by their networks, with their images, published ports, volumes, paths of the host, and whom they depend on.',
      'Of several projects below a folder it draws the one that lies highest; a file names any other.',
    ],
    operands: PATHS,
    options: [
      { name: 'format', short: 'f', value: 'FORMAT', choices: GRAPH_FORMATS, help: 'Default: mermaid.' },
      {
        name: 'theme',
        value: 'NAME',
        choices: THEME_NAMES,
        help: 'Colours of svg and dot. Default: auto, which is as the reader has chosen, and light in dot.',
      },
      { name: 'base', short: 'b', value: 'REF', help: 'Mark what changed since this commit, branch or tag.' },
      { name: 'output', short: 'o', value: 'FILE', help: 'Write there instead of standard output.' },
      FILE,
      CONFIG,
      HELP,
    ],
    examples: [
      ['hullcheck graph', 'Mermaid, for a Markdown file on GitHub'],
      ['hullcheck graph --format svg --output stack.svg', 'a picture for light and dark pages'],
      ['hullcheck graph --base main --format svg --output change.svg', 'what a branch adds, removes and alters'],
      ['hullcheck graph deploy/compose.yaml --format dot | dot -Tpdf > stack.pdf', 'with Graphviz'],
    ],
  },
  {
    name: 'init',
    summary: 'Write a settings file.',
    about: [
      'Writes .github/hullcheck.yml with a comment on every key and the values that hold without it.',
      'With --from it says the same as the settings of hadolint, dclint or compose-lint, which are read only as long as there is no .github/hullcheck.yml. What cannot be carried over is told.',
    ],
    operands: { shown: '', most: 0, complete: 'none' },
    options: [
      {
        name: 'from',
        value: 'TOOL',
        choices: ['hadolint', 'dclint', 'compose-lint'],
        repeat: true,
        help: 'Take over the settings of this tool. May be repeated.',
      },
      { name: 'force', help: 'Replace a settings file that is there.' },
      { name: 'stdout', help: 'Print it and write nothing.' },
      HELP,
    ],
    examples: [
      ['hullcheck init', 'the usual settings, to change'],
      ['hullcheck init --from hadolint --stdout', 'look at what .hadolint.yaml says here'],
    ],
  },
  {
    name: 'serve',
    summary: 'Run the GitHub App.',
    about: [
      'Receives webhooks at /api/github/webhooks and reviews pull requests. Needs APP_ID, PRIVATE_KEY and WEBHOOK_SECRET in the environment; without any of them it helps to register the App.',
      'Also heeded: PORT, HOST, LOG_LEVEL, GHE_HOST, GHE_PROTOCOL, HULLCHECK_DATA, HULLCHECK_JOB.',
    ],
    operands: { shown: '', most: 0, complete: 'none' },
    options: [HELP],
    examples: [['APP_ID=1 PRIVATE_KEY="$(cat key.pem)" WEBHOOK_SECRET=... hullcheck serve', 'one process, state in .hullcheck/']],
  },
  {
    name: 'completion',
    summary: 'Print a script that completes hullcheck in your shell.',
    about: ['Load it from the start-up file of the shell.'],
    operands: { shown: 'SHELL', most: 1, complete: SHELLS },
    options: [HELP],
    examples: [
      ['source <(hullcheck completion bash)', 'in ~/.bashrc'],
      ['source <(hullcheck completion zsh)', 'in ~/.zshrc, after compinit'],
      ['hullcheck completion fish | source', 'in ~/.config/fish/config.fish'],
    ],
  },
];

/** Options of `hullcheck` itself, without a command. */
export const GLOBAL = [{ name: 'version', short: 'v', help: 'Print the version.' }, HELP] as const;
