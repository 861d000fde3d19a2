import {
  appendCommand,
  type Command,
  commandSubject,
  type Dockerfile,
  isForDevelopment,
  isForProduction,
  isRun,
  packageCommands,
  replace,
  rule,
  uncleaned,
} from '#rule';

const FOLDERS = /\/var\/(?:cache|lib)\/(?:\{?dnf|\{?yum|\{?libdnf|tdnf|\*)|^\/var\/(?:cache|\{|\*)/;

/** dnf itself keeps nothing in yum's folder. */
const FOLDERS_OF_DNF = /\/var\/(?:cache|lib)\/(?:\{|dnf|libdnf|\*)|^\/var\/(?:cache$|cache\/?[{*]|\{|\*)/;

const COMPILER =
  /^(?:cmake|clang|gcc|g\+\+|rpm-build|mock|(?:java-[\w.]+-openjdk|glibc|kernel)-devel)(?:[-.+]|$)|development.tools/i;

/** Next to a whole toolchain the cache weighs nothing. */
const installsCompilers = (file: Dockerfile): boolean =>
  packageCommands(file, 'dnf', 'install').some(({ command }) =>
    command.args.some(({ value, text }) => COMPILER.test(value ?? text)),
  );

/** Somebody who tells yum to keep its cache wants it. */
const keepsCache = ({ args }: Command) => args.some(({ text }) => /keepcache=(?:1|true|yes)/i.test(text));

export default rule<{ images: 'run' | 'all' }>({
  id: 'dnf-cache-removed',
  on: 'dockerfile',
  title: 'dnf and yum clean up behind them',
  severity: 'info',
  category: 'size',
  fixes: 'safe',
  also: [
    'hadolint/DL3032',
    'hadolint/DL3040',
    'trivy/DS-0015',
    'trivy/DS-0019',
    'trivy/DS-0027',
    'kics/00481784',
    'kics/yum_clean_all_missing',
    'kics/295acb63',
    'kics/missing_dnf_clean_all',
    'semgrep/missing-yum-clean-all',
    'semgrep/missing-dnf-clean-all',
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
    if (isForDevelopment(file) || file.commands().some(keepsCache)) return;
    if (options.images === 'run' && (!isRun(file) || !isForProduction(file.path) || installsCompilers(file))) return;
    const others = uncleaned(file, 'dnf', FOLDERS).filter(({ command }) => command.name !== 'dnf');
    const own = uncleaned(file, 'dnf', FOLDERS_OF_DNF).filter(({ command }) => command.name === 'dnf');
    for (const { command, action } of [...others, ...own]) {
      const plain = command.exact && command.wrappers.length === 0;
      const edit = plain ? appendCommand(file, command.instruction, `${command.name} clean all`) : null;
      yield {
        at: { start: command.nameRange.start, end: action.range.end },
        message: `What \`${command.name}\` downloads about its repositories stays in this layer. Cleaning up in a later instruction makes the image no smaller.`,
        subject: commandSubject(file, command),
        fix: edit
          ? { title: `Run \`${command.name} clean all\` at the end of this RUN`, edits: [replace(edit.range, edit.text)] }
          : undefined,
      };
    }
  },
});
