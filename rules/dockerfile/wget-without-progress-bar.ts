import { baseShell, commandSubject, insert, rule } from '#rule';

export default rule({
  id: 'wget-without-progress-bar',
  on: 'dockerfile',
  title: 'wget draws no progress bar',
  severity: 'info',
  category: 'style',
  presets: ['strict'],
  fixes: 'safe',
  also: ['hadolint/DL3047'],
  *check(file) {
    for (const command of file.commands('wget')) {
      if (command.operands.length === 0) continue;
      if (
        command.has(
          '-q',
          '--quiet',
          '-nv',
          '--no-verbose',
          '--progress',
          '-o',
          '--output-file',
          '-a',
          '--append-output',
          '-b',
          '--background',
          '--spider',
        )
      )
        continue;
      const { stage } = command.instruction;
      const shell = stage && baseShell(stage);
      const option = shell === 'dash' || shell === 'bash' ? '-nv' : '-q';
      yield {
        at: command.nameRange,
        message: '`wget` draws its progress bar into the build log: thousands of lines in which the ones that matter are lost.',
        subject: commandSubject(file, command),
        fix: command.exact ? { title: `Add \`${option}\``, edits: [insert(command.nameRange.end, ` ${option}`)] } : undefined,
      };
    }
  },
});
