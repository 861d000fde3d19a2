import {
  appendCommand,
  aptCommands,
  type Command,
  commandSubject,
  type Dockerfile,
  hasCacheMount,
  type Instruction,
  isForDevelopment,
  isForProduction,
  isRun,
  replace,
  rule,
  shippedStages,
} from '#rule';

const INSTALLS = ['install', 'upgrade', 'dist-upgrade', 'full-upgrade', 'build-dep'] as const;
const LISTS = '/var/lib/apt/lists';

/** Removes the lists, or something that a variable or pattern hides and that may be them. */
const removesLists = ({ name, args }: Command) =>
  (/^(?:rm|find)$/.test(name) && args.some(({ text }) => /\/var\/lib\/(?:apt|\{|\*)|\/var\/(?:\{|\*)|\$/.test(text))) ||
  (/^apt(?:-get)?$/.test(name) && args.some(({ value }) => value === 'distclean' || value === 'dist-clean'));

const COMPILER = /^(?:build-essential|cmake|clang|devscripts|g\+\+|gcc|gfortran)(?:-|$)/;

/** Next to a whole toolchain some lists weigh nothing. */
const installsCompilers = (file: Dockerfile): boolean =>
  aptCommands(file, 'install').some(({ command }) => command.operands.some(({ value }) => COMPILER.test(value ?? '')));

export default rule<{ images: 'run' | 'all' }>({
  id: 'apt-lists-removed',
  on: 'dockerfile',
  title: 'The lists that apt-get update downloads are removed in the same RUN',
  severity: 'info',
  category: 'size',
  fixes: 'safe',
  also: [
    'hadolint/DL3009',
    'kics/df746b39',
    'kics/apt_get_install_lists_were_not_deleted',
    'semgrep/remove-package-lists',
    'semgrep/remove-package-cache',
    'dockerfilelint/apt-get_missing_rm',
  ],
  options: {
    properties: {
      images: {
        type: 'string',
        enum: ['run', 'all'],
        description:
          'Which images are told: those that start something, hold no compilers and are not for tests or examples, or all.',
        default: 'run',
        wider: 'all',
      },
    },
  },
  *check(file, { options }) {
    const all = options.images === 'all';
    if (isForDevelopment(file) || (!all && (!isRun(file) || !isForProduction(file.path) || installsCompilers(file)))) return;
    const shipped = shippedStages(file);
    const updates = aptCommands(file, 'update');
    const installs = aptCommands(file, ...INSTALLS);
    const updating = new Set(updates.map(({ command }) => command.instruction));
    const installing = new Set(installs.map(({ command }) => command.instruction));
    // RUNs whose lists a later RUN installs from, so that they have to stay.
    const relied = new Set<Instruction>();
    let latest: Instruction | undefined;
    for (const { command } of aptCommands(file, 'update', ...INSTALLS)) {
      const { instruction: run } = command;
      if (updating.has(run)) latest = run;
      else if (latest) relied.add(latest);
    }
    const first = new Map([...installs].reverse().map(({ command }) => [command.instruction, command] as const));
    const last = new Map<Instruction, Command>(updates.map(({ command }) => [command.instruction, command]));
    for (const [run, update] of last) {
      const later = run.commands.slice(run.commands.indexOf(update) + 1);
      // An update on its own is another rule's to tell, and its lists are needed below.
      if (!all && !installing.has(run) && relied.has(run)) continue;
      if (!run.stage || !shipped.has(run.stage) || hasCacheMount(run, LISTS) || later.some(removesLists)) continue;
      const plain = installing.has(run) && update.wrappers.length === 0;
      const edit = plain && !relied.has(run) ? appendCommand(file, run, `rm -rf ${LISTS}/*`) : null;
      yield {
        at: update.nameRange,
        message: `The package lists that \`update\` downloads stay in this layer. They are outdated tomorrow, and removing them in a later instruction makes the image no smaller.`,
        // Which RUN it is: by what it installs.
        subject: [update, first.get(run)].map((command) => (command ? commandSubject(file, command) : '')).join(' '),
        fix: edit ? { title: 'Remove the lists at the end of this RUN', edits: [replace(edit.range, edit.text)] } : undefined,
      };
    }
  },
});
