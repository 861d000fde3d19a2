import { appendCommand, type Command, cacheTargets, commandSubject, type Instruction, replace, rule, shippedStages } from '#rule';

const installs = ({ operands }: Command) => operands.length === 0 || /^(?:install|add|global)$/.test(operands[0]?.value ?? '');
const clears = ({ name, args }: Command) =>
  (name === 'yarn' && args[0]?.value === 'cache') ||
  (/^(?:rm|find)$/.test(name) && args.some(({ text }) => /cache|yarn|\$/i.test(text)));

export default rule({
  id: 'yarn-cache-removed',
  on: 'dockerfile',
  title: 'Yarn leaves no cache in the image',
  severity: 'info',
  category: 'size',
  presets: ['strict'],
  fixes: 'safe',
  also: ['hadolint/DL3060', 'datadog/run_yarn_clean_after_yarn_install'],
  *check(file) {
    const shipped = shippedStages(file);
    const told = new Set<Instruction>();
    for (const yarn of file.commands('yarn')) {
      const { instruction: run } = yarn;
      // `--immutable` is of Yarn 2 and later, where the cache may be what the program runs from.
      if (
        !installs(yarn) ||
        yarn.has('--immutable', '--version', '-v', '--cache-folder', '--help') ||
        told.has(run) ||
        !run.stage ||
        !shipped.has(run.stage)
      )
        continue;
      told.add(run);
      if (run.commands.some(clears) || cacheTargets(run).some((target) => /cache|yarn|\$/.test(target))) continue;
      if (file.expand('$YARN_CACHE_FOLDER', run)) continue;
      const edit = yarn.wrappers.length === 0 ? appendCommand(file, run, 'yarn cache clean') : null;
      yield {
        at: yarn.nameRange,
        message: '`yarn` keeps a copy of every package that it downloads in this layer, where nothing will use it.',
        subject: commandSubject(file, yarn),
        fix: edit
          ? { title: 'Run `yarn cache clean` at the end of this RUN', edits: [replace(edit.range, edit.text)] }
          : undefined,
      };
    }
  },
});
