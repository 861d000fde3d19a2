import { commandSubject, insert, packageCommands, rule } from '#rule';

export default rule({
  id: 'microdnf-yes',
  on: 'dockerfile',
  title: 'microdnf is told to assume yes',
  severity: 'info',
  category: 'reliability',
  presets: [],
  fixes: 'safe',
  also: ['hadolint/DL3038'],
  *check(file) {
    for (const { command, action, unknownOptions } of packageCommands(file, 'dnf', 'install', 'remove')) {
      if (command.name !== 'microdnf' || unknownOptions || command.has('-y', '--assumeyes', '--setopt=assumeyes')) continue;
      yield {
        at: { start: command.nameRange.start, end: action.range.end },
        message: `\`microdnf ${action.value}\` has always gone on without asking; where it is dnf5 under another name, as in newer distributions, it asks, and the build stops.`,
        subject: commandSubject(file, command),
        fix: command.exact ? { title: 'Add `-y`', edits: [insert(action.range.end, ' -y')] } : undefined,
      };
    }
  },
});
