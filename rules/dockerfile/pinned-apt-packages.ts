import { packageCommands, rule, unpinned } from '#rule';

export default rule({
  id: 'pinned-apt-packages',
  on: 'dockerfile',
  title: 'apt-get installs named versions',
  severity: 'info',
  category: 'reproducibility',
  presets: [],
  also: ['hadolint/DL3008', 'kics/965a08d7', 'kics/apt_get_install_pin_version_not_defined'],
  *check(file) {
    for (const { at, names, come, subject } of unpinned(file, 'apt', packageCommands(file, 'apt', 'install')))
      yield {
        at,
        message: `${names} ${come} in the version that the distribution has on the day of the build, so that two builds of this file may differ.`,
        subject,
      };
  },
});
