import { commandSubject, isVersioned, listed, packageCommands, rule } from '#rule';

export default rule({
  id: 'pinned-apt-packages',
  on: 'dockerfile',
  title: 'apt-get installs named versions',
  severity: 'info',
  category: 'reproducibility',
  presets: [],
  also: ['hadolint/DL3008', 'kics/965a08d7', 'kics/apt_get_install_pin_version_not_defined'],
  *check(file) {
    for (const { command, packages } of packageCommands(file, 'apt', 'install')) {
      const loose = packages.filter((name) => isVersioned('apt', name) === false);
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
