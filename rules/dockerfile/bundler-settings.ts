import { commandSubject, insert, remove, rule, withoutWords } from '#rule';

/** Options that Bundler remembers, and the setting that each of them is. */
const SETTINGS: ReadonlyMap<string, string> = new Map([
  ['--deployment', 'deployment true'],
  ['--without', 'without'],
  ['--with', 'with'],
  ['--path', 'path'],
]);

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
      if (command.operands[0]?.value !== 'install') continue;
      for (const [i, option] of command.args.entries()) {
        const [name = '', value] = (option.value ?? '').split('=', 2);
        const setting = SETTINGS.get(name);
        if (!setting) continue;
        const next = name === '--deployment' || value !== undefined ? undefined : command.args[i + 1];
        const wanted = name === '--deployment' ? '' : (value ?? next?.value ?? '');
        const range = withoutWords(file, { start: option.range.start, end: (next ?? option).range.end });
        const plain =
          command.exact && command.wrappers.length === 0 && range && (name === '--deployment' || /^[\w./:-]+$/.test(wanted));
        const text = `bundle config set --local ${setting}${wanted === '' ? '' : ` '${wanted.replaceAll(':', ' ')}'`} && `;
        yield {
          at: option.range,
          message: `\`bundle install ${name}\` is deprecated and gone in Bundler 4: it changes a setting for all later runs without saying so.`,
          subject: `${commandSubject(file, command)} ${name}`,
          fix: plain
            ? { title: 'Set it with `bundle config`', edits: [insert(command.range.start, text), remove(range)] }
            : undefined,
        };
      }
    }
  },
});
