import { commandSubject, goPackages, isVersioned, listed, rule } from '#rule';

export default rule({
  id: 'pinned-go-tools',
  on: 'dockerfile',
  title: 'go installs named versions',
  severity: 'info',
  category: 'reproducibility',
  presets: [],
  also: ['hadolint/DL3062'],
  *check(file) {
    for (const { command, packages } of goPackages(file)) {
      const loose = packages.filter((name) => isVersioned('go', name) === false);
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
