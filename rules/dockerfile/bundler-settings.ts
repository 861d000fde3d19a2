import { andThen, commandSubject, insert, rememberedOptions, remove, rule, withoutWords } from '#rule';

export default rule({
  id: 'bundler-settings',
  on: 'dockerfile',
  title: 'Bundler is told by settings what it remembers',
  severity: 'info',
  category: 'maintainability',
  presets: ['strict'],
  fixes: 'safe',
  also: ['tally/ruby/deprecated-bundler-install-flags', 'tally/deprecated-bundler-install-flags'],
  *check(file) {
    for (const command of file.commands('bundle', 'bundler')) {
      const options = command.operands[0]?.value === 'install' ? rememberedOptions(command) : [];
      const [first] = options;
      if (!first) continue;
      const ranges = options.map(({ option, last }) => withoutWords(file, { start: option.range.start, end: last.range.end }));
      const settings = options.map(({ setting }) => setting);
      const plain = command.exact && command.wrappers.length === 0 && !ranges.includes(null) && !settings.includes(null);
      const glue = andThen(file, command.instruction);
      const text = settings.map((setting) => `bundle config set --local ${setting}${glue}`).join('');
      yield {
        at: first.option.range,
        message: `\`bundle install ${options.map(({ name }) => name).join(' ')}\` changes settings for all later runs without saying so. Bundler 4 no longer takes such options.`,
        subject: `${commandSubject(file, command)} ${first.name}`,
        fix: plain
          ? {
              title: 'Set them with `bundle config`',
              edits: [insert(command.range.start, text), ...ranges.flatMap((range) => (range ? [remove(range)] : []))],
            }
          : undefined,
      };
    }
  },
});
