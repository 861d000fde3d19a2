import { packageCommands, rule, unpinned } from '#rule';

export default rule({
  id: 'pinned-dnf-packages',
  on: 'dockerfile',
  title: 'dnf and yum install named versions',
  severity: 'info',
  category: 'reproducibility',
  presets: [],
  also: [
    'hadolint/DL3033',
    'hadolint/DL3041',
    'kics/6452c424',
    'kics/yum_install_without_version',
    'kics/93d88cf7',
    'kics/missing_version_specification_in_dnf_install',
  ],
  *check(file) {
    for (const { at, names, come, subject } of unpinned(file, 'dnf', packageCommands(file, 'dnf', 'install')))
      yield {
        at,
        message: `${names} ${come} in the version that the distribution has on the day of the build, so that two builds of this file may differ.`,
        subject,
      };
  },
});
