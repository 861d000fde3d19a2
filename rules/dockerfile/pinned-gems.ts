import { gemPackages, rule, unpinned } from '#rule';

export default rule({
  id: 'pinned-gems',
  on: 'dockerfile',
  title: 'gem installs named versions',
  severity: 'info',
  category: 'reproducibility',
  presets: [],
  also: ['hadolint/DL3028', 'kics/22cd11f7', 'kics/gem_install_without_version'],
  *check(file) {
    for (const { at, names, come, subject } of unpinned(file, 'gem', gemPackages(file)))
      yield {
        at,
        message: `${names} ${come} in the version that is newest on the day of the build, so that two builds of this file may differ.`,
        subject,
      };
  },
});
