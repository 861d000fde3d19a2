import { baseRef, commandSubject, rule } from '#rule';

export default rule({
  id: 'no-bundler-again',
  on: 'dockerfile',
  title: 'Bundler is not installed over the one that Ruby brings',
  severity: 'info',
  category: 'size',
  presets: [],
  also: ['tally/ruby/redundant-bundler-install'],
  *check(file) {
    for (const command of file.commands('gem')) {
      const [action, ...names] = command.operands;
      const bundler = /^(?:install|i)$/.test(action?.value ?? '')
        ? names.find(({ value }) => /^bundler(?::.*)?$/.test(value ?? ''))
        : undefined;
      const base = command.instruction.stage && baseRef(command.instruction.stage);
      if (!bundler || !base?.official || base.name !== 'ruby') continue;
      yield {
        at: bundler.range,
        message: `\`${base.text}\` brings Bundler, which since 2.3 switches to the version that Gemfile.lock names by itself.`,
        subject: commandSubject(file, command),
      };
    }
  },
});
