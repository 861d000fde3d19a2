import { commandSubject, insert, rule } from '#rule';

export default rule({
  id: 'bootsnap-one-job',
  on: 'dockerfile',
  title: 'Bootsnap compiles with one job',
  severity: 'info',
  category: 'reliability',
  presets: [],
  fixes: 'safe',
  also: ['tally/ruby/bootsnap-precompile-without-j1'],
  *check(file) {
    for (const command of file.commands('bootsnap', 'bundle')) {
      const action = command.operands.find(({ value }) => value === 'precompile');
      if (command.name === 'bundle' && command.args[1]?.value?.endsWith('bootsnap') !== true) continue;
      if (!action || command.has('-j', '--jobs')) continue;
      yield {
        at: action.range,
        message:
          '`bootsnap precompile` starts a process for each processor, which hangs where the build emulates another platform. `-j 1` does not, and takes little longer.',
        subject: commandSubject(file, command),
        fix: command.exact ? { title: 'Add `-j 1`', edits: [insert(action.range.end, ' -j 1')] } : undefined,
      };
    }
  },
});
