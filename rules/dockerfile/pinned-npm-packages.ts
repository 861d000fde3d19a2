import { commandSubject, isVersioned, listed, npmPackages, rule } from '#rule';

export default rule({
  id: 'pinned-npm-packages',
  on: 'dockerfile',
  title: 'npm installs named versions',
  severity: 'info',
  category: 'reproducibility',
  presets: [],
  also: ['hadolint/DL3016', 'kics/e36d8880', 'kics/npm_install_without_pinned_version'],
  *check(file) {
    for (const { command, packages } of npmPackages(file)) {
      const loose = packages.filter((name) => isVersioned('npm', name) === false);
      const [first] = loose;
      if (!first) continue;
      yield {
        at: first.range,
        message: `${listed(loose)} come in the version that is newest on the day of the build, so that two builds of this file may differ.`,
        subject: commandSubject(file, command),
      };
    }
  },
});
