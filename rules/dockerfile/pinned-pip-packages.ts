import { pipPackages, rule, unpinned } from '#rule';

export default rule({
  id: 'pinned-pip-packages',
  on: 'dockerfile',
  title: 'pip installs named versions',
  severity: 'info',
  category: 'reproducibility',
  presets: [],
  also: ['hadolint/DL3013', 'kics/02d9c71f', 'kics/unpinned_package_version_in_pip_install'],
  *check(file) {
    for (const { at, names, come, subject } of unpinned(file, 'pip', pipPackages(file)))
      yield {
        at,
        message: `${names} ${come} in the version that is newest on the day of the build, so that two builds of this file may differ.`,
        subject,
      };
  },
});
