import { goPackages, rule, unpinned } from '#rule';

export default rule({
  id: 'pinned-go-tools',
  on: 'dockerfile',
  title: 'go installs named versions',
  severity: 'info',
  category: 'reproducibility',
  presets: [],
  also: ['hadolint/DL3062'],
  *check(file) {
    for (const { at, names, come, subject } of unpinned(file, 'go', goPackages(file)))
      yield {
        at,
        message: `${names} ${come} in the version that is newest on the day of the build, so that two builds of this file may differ.`,
        subject,
      };
  },
});
