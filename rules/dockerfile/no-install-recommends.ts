import { aptCommands, aptConfigured, behind, commandSubject, insert, rule, shippedStages } from '#rule';

export default rule({
  id: 'no-install-recommends',
  on: 'dockerfile',
  title: 'apt-get installs without recommended packages',
  severity: 'info',
  category: 'size',
  presets: ['strict'],
  fixes: 'unsafe',
  also: [
    'hadolint/DL3015',
    'trivy/DS-0029',
    'kics/7384dfb2',
    'kics/apt_get_not_avoiding_additional_packages',
    'semgrep/missing-no-install-recommends',
    'dockerfilelint/apt-get_recommends',
  ],
  cis: ['4.3'],
  nist: ['4.1.2'],
  *check(file) {
    if (aptConfigured(file, 'APT::Install-Recommends')) return;
    const shipped = shippedStages(file);
    for (const { command, action, assumesYes, unknownOptions } of aptCommands(file, 'install')) {
      const { stage } = command.instruction;
      if (unknownOptions || !stage || !shipped.has(stage)) continue;
      if (command.has('--no-install-recommends', '--install-recommends')) continue;
      const next = command.args[command.args.indexOf(action) + 1];
      const yes = next && /^-(?:y|yq|qy|qq|qqy|yqq|-yes|-assume-yes)$/.test(next.text);
      // Where `-y` is missing, too, its fix writes right behind the action: this one keeps clear of it.
      const edit =
        assumesYes || !next
          ? behind(file, (yes ? next : action).range, ' --no-install-recommends')
          : insert(next.range.start, '--no-install-recommends ');
      yield {
        at: { start: command.nameRange.start, end: action.range.end },
        message: `\`install\` also installs all that its packages recommend, which nobody asked for and which stays in the image.`,
        subject: commandSubject(file, command),
        fix: command.exact
          ? {
              title: 'Add `--no-install-recommends`; what is needed of the recommended packages has to be named then',
              edits: [edit],
            }
          : undefined,
      };
    }
  },
});
