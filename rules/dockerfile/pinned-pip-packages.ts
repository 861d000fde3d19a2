import { commandSubject, isVersioned, listed, pipPackages, rule } from '#rule';

export default rule({
  id: 'pinned-pip-packages',
  on: 'dockerfile',
  title: 'pip installs named versions',
  severity: 'info',
  category: 'reproducibility',
  presets: [],
  also: ['hadolint/DL3013', 'kics/02d9c71f', 'kics/unpinned_package_version_in_pip_install'],
  *check(file) {
    for (const { command, packages } of pipPackages(file)) {
      const loose = packages.filter((name) => isVersioned('pip', name) === false);
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
