import { packageCommands, rule, unpinned } from '#rule';

export default rule({
  id: 'pinned-apk-packages',
  on: 'dockerfile',
  title: 'apk adds named versions',
  severity: 'info',
  category: 'reproducibility',
  presets: [],
  also: ['hadolint/DL3018', 'kics/d3499f6d', 'kics/unpinned_package_version_in_apk_add'],
  *check(file) {
    for (const { at, names, come, subject } of unpinned(file, 'apk', packageCommands(file, 'apk', 'install')))
      yield {
        at,
        message: `${names} ${come} in the version that the distribution has on the day of the build, so that two builds of this file may differ.`,
        subject,
      };
  },
});
