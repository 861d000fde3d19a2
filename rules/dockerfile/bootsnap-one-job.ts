import { commandSubject, insert, isForDevelopment, rule } from '#rule';

const PLATFORMS = ['BUILDPLATFORM', 'TARGETPLATFORM'];

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
    const commands = file.commands('bootsnap', 'bundle');
    if (commands.length === 0 || isForDevelopment(file)) return;
    for (const command of commands) {
      const action = command.operands.find(({ value }) => value === 'precompile');
      if (command.name === 'bundle' && command.args[1]?.value?.endsWith('bootsnap') !== true) continue;
      const jobs = command.flag('-j', '--jobs');
      const one = /^=?1$/.test(command.option('-j', '--jobs') ?? '');
      // Where it is asked whether another platform is built for, many jobs are meant.
      if (!action || one || PLATFORMS.every((name) => command.instruction.text.includes(name))) continue;
      yield {
        at: action.range,
        message:
          '`bootsnap precompile` starts a process for each processor, which hangs where the build emulates another platform. `-j 1` does not, and takes little longer.',
        subject: commandSubject(file, command),
        fix: command.exact && !jobs ? { title: 'Add `-j 1`', edits: [insert(action.range.end, ' -j 1')] } : undefined,
      };
    }
  },
});
