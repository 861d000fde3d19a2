import { commandSubject, insert, packageCommands, rule } from '#rule';

export default rule({
  id: 'zypper-non-interactive',
  on: 'dockerfile',
  title: 'zypper does not ask',
  severity: 'warning',
  category: 'reliability',
  fixes: 'safe',
  also: [
    'hadolint/DL3034',
    'kics/45e1fca5',
    'kics/missing_zypper_non_interactive_switch',
    'semgrep/missing-zypper-no-confirm-switch',
  ],
  *check(file) {
    for (const { command, action, unknownOptions } of packageCommands(file, 'zypper', 'install', 'upgrade', 'remove')) {
      if (unknownOptions || command.has('-n', '--non-interactive', '-y', '--no-confirm', '--dry-run')) continue;
      if (command.pipedFrom?.name === 'yes') continue;
      yield {
        at: { start: command.nameRange.start, end: action.range.end },
        message: `\`zypper ${action.value}\` asks before it changes packages, and in a build there is nobody to answer: the build stops.`,
        subject: commandSubject(file, command),
        fix: command.exact
          ? { title: 'Add `--non-interactive`', edits: [insert(command.nameRange.end, ' --non-interactive')] }
          : undefined,
      };
    }
  },
});
