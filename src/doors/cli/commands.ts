// Every command of the command line, in the order of the help.
import type { Command } from './command.ts';
import { COLOUR, HELP, REPORT, SETTINGS, STDIN } from './options.ts';

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
    options: [STDIN, ...REPORT],
    examples: [
      ['hullcheck check', 'everything below the working directory'],
      ['hullcheck check Dockerfile deploy/', 'one file and one folder'],
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
    options: [{ name: 'base', short: 'b', value: 'REF', help: 'Commit, branch or tag to compare with.' }, ...REPORT],
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
      'Files keep their mode, byte order mark and line ends. "-" reads standard input and writes the corrected text to standard output.',
    ],
    operands: PATHS,
    options: [
      { name: 'unsafe', help: 'Also fixes that change what is built or started. Each says what it changes.' },
      { name: 'diff', help: 'Print what would change as a unified diff and write nothing.' },
      STDIN,
      ...REPORT,
    ],
    examples: [
      ['hullcheck fix', 'everything below the working directory'],
      ['hullcheck fix --diff', 'look first'],
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
    name: 'init',
    summary: 'Write a settings file.',
    about: [
      'Writes .github/hullcheck.yml with a comment on every key and the values that hold without it.',
      'With --from hadolint it says the same as .hadolint.yaml, which is read only as long as there is no .github/hullcheck.yml. What cannot be carried over is told.',
    ],
    operands: { shown: '', most: 0, complete: 'none' },
    options: [
      { name: 'from', value: 'TOOL', choices: ['hadolint'], help: 'Take over the settings of this tool.' },
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
