import { addedPackages, commandSubject, gemPackages, npmPackages, packageCommands, pipPackages, replace, rule } from '#rule';

const MANAGERS = ['apt', 'apk', 'dnf', 'zypper'] as const;
/** Without version and in lower case, as people sort. */
const keyOf = (name: string) => name.toLowerCase().replace(/(?<!^)[@=<>~!:[].*$/s, '');
const compare = (a: string, b: string) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0);

export default rule({
  id: 'sorted-short-lists',
  on: 'dockerfile',
  title: 'Packages are sorted, however few they are',
  severity: 'info',
  category: 'style',
  presets: [],
  fixes: 'safe',
  also: ['tally/sort-packages'],
  *check(file) {
    const lists = [
      ...MANAGERS.flatMap((manager) => packageCommands(file, manager, 'install').map((one) => ({ ...one, system: true }))),
      ...[...npmPackages(file), ...pipPackages(file), ...gemPackages(file), ...addedPackages(file)].map((one) => ({
        ...one,
        system: false,
      })),
    ];
    for (const { command, packages: all, system } of lists) {
      // What a variable holds is not known: it may stand anywhere.
      const packages = all.filter(({ value }) => value !== null);
      if (packages.length < 2) continue;
      const [start, end] = [packages[0]?.range.start ?? 0, packages.at(-1)?.range.end ?? 0];
      const text = file.source.text.slice(start, end);
      const names = packages.map((name) => name.text);
      const sorted = [...names].sort(compare);
      const first = packages.find((name, i) => name.text !== sorted[i]);
      // Words only, with nothing else among them. Lists of one to a line are told by the rule `sorted-packages`.
      const plain = packages.every(({ quoted }) => !quoted);
      const together = text.split(/[\s\\`]+/).length === names.length;
      const onLines = text.split('\n').length === names.length && names.length > 2;
      if (!first || !plain || (system && onLines) || !command.exact) continue;
      const edits = packages.flatMap(({ range, text: name }, i) =>
        sorted[i] === name ? [] : [replace(range, sorted[i] ?? name)],
      );
      yield {
        at: first.range,
        message: 'These packages are not in alphabetical order.',
        subject: commandSubject(file, command),
        fix: system && together ? { title: 'Sort them', edits } : undefined,
      };
    }
  },
});
