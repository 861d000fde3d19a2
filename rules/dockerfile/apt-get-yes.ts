import { aptCommands, aptConfigured, behind, commandSubject, rule } from '#rule';

export default rule({
  id: 'apt-get-yes',
  on: 'dockerfile',
  title: 'apt-get is told to assume yes',
  severity: 'warning',
  category: 'reliability',
  fixes: 'safe',
  also: [
    'hadolint/DL3014',
    'trivy/DS-0021',
    'kics/77783205',
    'kics/apt_get_missing_flags_to_avoid_manual_input',
    'semgrep/missing-assume-yes-switch',
    'dockerfilelint/apt-get_missing_param',
  ],
  *check(file) {
    if (aptConfigured(file, 'APT::Get::Assume-Yes')) return;
    const actions = ['install', 'upgrade', 'dist-upgrade', 'full-upgrade', 'build-dep', 'remove', 'purge', 'autoremove'];
    for (const { command, action, assumesYes, simulates, unknownOptions } of aptCommands(file, ...actions)) {
      if (assumesYes || simulates || unknownOptions || command.pipedFrom?.name === 'yes') continue;
      if (/^(?:remove|purge)$/.test(action.value ?? '') && command.operands.at(-1) === action) continue;
      yield {
        at: { start: command.nameRange.start, end: action.range.end },
        message:
          action.value === 'install'
            ? `\`${command.name} install\` asks as soon as more packages come along than those that are named, and in a build there is nobody to answer: the build stops then.`
            : `\`${command.name} ${action.value}\` asks as soon as there is something to change, and in a build there is nobody to answer: the build stops then.`,
        subject: commandSubject(file, command),
        fix: command.exact ? { title: 'Add `-y`', edits: [behind(file, action.range, ' -y')] } : undefined,
      };
    }
  },
});
