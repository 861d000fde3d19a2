import { commandSubject, isVersioned, listed, packageCommands, rule } from '#rule';

export default rule({
  id: 'pinned-zypper-packages',
  on: 'dockerfile',
  title: 'zypper installs named versions',
  severity: 'info',
  category: 'reproducibility',
  presets: [],
  also: ['hadolint/DL3037', 'kics/562952e4', 'kics/zypper_install_without_version'],
  *check(file) {
    for (const { command, packages } of packageCommands(file, 'zypper', 'install')) {
      const loose = packages.filter((name) => isVersioned('zypper', name) === false);
      const [first] = loose;
      if (!first) continue;
      yield {
        at: first.range,
        message: `${listed(loose)} come in the version that the distribution has on the day of the build, so that two builds of this file may differ.`,
        subject: commandSubject(file, command),
      };
    }
  },
});
