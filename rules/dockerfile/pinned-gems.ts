import { commandSubject, gemPackages, isVersioned, listed, rule } from '#rule';

export default rule({
  id: 'pinned-gems',
  on: 'dockerfile',
  title: 'gem installs named versions',
  severity: 'info',
  category: 'reproducibility',
  presets: [],
  also: ['hadolint/DL3028', 'kics/22cd11f7', 'kics/gem_install_without_version'],
  *check(file) {
    for (const { command, packages } of gemPackages(file)) {
      const loose = packages.filter((name) => isVersioned('gem', name) === false);
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
