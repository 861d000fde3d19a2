import { commandSubject, insert, isForDevelopment, rule } from '#rule';

export default rule({
  id: 'rails-assets-without-key',
  on: 'dockerfile',
  title: 'Assets of Rails are compiled with a key of no worth',
  severity: 'warning',
  category: 'reliability',
  presets: [],
  fixes: 'unsafe',
  also: ['tally/ruby/asset-precompile-without-dummy-key'],
  *check(file) {
    const commands = file.commands('rails', 'rake', 'bundle');
    if (commands.length === 0 || isForDevelopment(file)) return;
    for (const command of commands) {
      const { instruction: run, assignments, wrappers } = command;
      const task = command.operands.find(({ value }) => value === 'assets:precompile');
      if (!task || file.expand('$SECRET_KEY_BASE_DUMMY', run) || file.expand('$SECRET_KEY_BASE', run) || run.flag('mount'))
        continue;
      const given = [...assignments, ...wrappers.flatMap((one) => one.assignments)].some(({ name }) =>
        /^(?:SECRET_KEY_BASE(?:_DUMMY)?|RAILS_MASTER_KEY)$/.test(name),
      );
      if (
        given ||
        run.commands.some(({ args }) => args.some(({ text }) => /^(?:SECRET_KEY_BASE(?:_DUMMY)?|RAILS_MASTER_KEY)=/.test(text)))
      )
        continue;
      yield {
        at: task.range,
        message:
          'Rails asks for its secret key when it starts, also to compile assets. `SECRET_KEY_BASE_DUMMY=1` in front makes one up, so that no real key is needed in the build.',
        subject: commandSubject(file, command),
        fix:
          command.exact && wrappers.length === 0
            ? {
                title: 'Put `SECRET_KEY_BASE_DUMMY=1` in front, which Rails knows since 7.1',
                edits: [insert(command.range.start, 'SECRET_KEY_BASE_DUMMY=1 ')],
              }
            : undefined,
      };
    }
  },
});
