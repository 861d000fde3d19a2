import { npmPackages, rule, unpinned } from '#rule';

export default rule({
  id: 'pinned-npm-packages',
  on: 'dockerfile',
  title: 'npm installs named versions',
  severity: 'info',
  category: 'reproducibility',
  presets: [],
  also: ['hadolint/DL3016', 'kics/e36d8880', 'kics/npm_install_without_pinned_version'],
  *check(file) {
    for (const { at, names, come, subject } of unpinned(file, 'npm', npmPackages(file)))
      yield {
        at,
        message: `${names} ${come} in the version that is newest on the day of the build, so that two builds of this file may differ.`,
        subject,
      };
  },
});
