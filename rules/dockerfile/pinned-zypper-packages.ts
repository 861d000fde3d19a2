import { packageCommands, rule, unpinned } from '#rule';

export default rule({
  id: 'pinned-zypper-packages',
  on: 'dockerfile',
  title: 'zypper installs named versions',
  severity: 'info',
  category: 'reproducibility',
  presets: [],
  also: ['hadolint/DL3037', 'kics/562952e4', 'kics/zypper_install_without_version'],
  *check(file) {
    for (const { at, names, come, subject } of unpinned(file, 'zypper', packageCommands(file, 'zypper', 'install')))
      yield {
        at,
        message: `${names} ${come} in the version that the distribution has on the day of the build, so that two builds of this file may differ.`,
        subject,
      };
  },
});
