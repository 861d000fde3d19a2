import { aptConfigured, behind, commandSubject, packageCommands, rule } from '#rule';

export default rule({
  id: 'dnf-yes',
  on: 'dockerfile',
  title: 'dnf and yum are told to assume yes',
  severity: 'warning',
  category: 'reliability',
  fixes: 'safe',
  also: [
    'hadolint/DL3030',
    'hadolint/DL3038',
    'kics/6e19193a',
    'kics/yum_install_allows_manual_input',
    'kics/7ebd323c',
    'kics/missing_flag_from_dnf_install',
    'semgrep/missing-yum-assume-yes-switch',
    'semgrep/missing-dnf-assume-yes-switch',
  ],
  *check(file) {
    if (aptConfigured(file, 'assumeyes')) return;
    for (const { command, action, unknownOptions } of packageCommands(file, 'dnf', 'install', 'upgrade', 'remove')) {
      // microdnf never asks.
      if (
        command.name === 'microdnf' ||
        unknownOptions ||
        command.has('-y', '--assumeno', '--downloadonly', '--setopt=assumeyes')
      )
        continue;
      if (command.pipedFrom?.name === 'yes') continue;
      yield {
        at: { start: command.nameRange.start, end: action.range.end },
        message: `\`${command.name} ${action.value}\` asks before it changes packages, and in a build there is nobody to answer: the build stops.`,
        subject: commandSubject(file, command),
        fix: command.exact ? { title: 'Add `-y`', edits: [behind(file, action.range, ' -y')] } : undefined,
      };
    }
  },
});
