import { commandSubject, lineEnd, packageCommands, replace, rule } from '#rule';

const MANAGERS = ['apt', 'apk', 'dnf', 'zypper'] as const;
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

export default rule({
  id: 'sorted-packages',
  on: 'dockerfile',
  title: 'Packages one to a line are sorted',
  severity: 'info',
  category: 'style',
  presets: ['strict'],
  fixes: 'safe',
  also: ['tally/sort-packages'],
  *check(file) {
    const eol = lineEnd(file.source.text);
    for (const manager of MANAGERS)
      for (const { command, packages } of packageCommands(file, manager, 'install')) {
        const [start, end] = [packages[0]?.range.start ?? 0, packages.at(-1)?.range.end ?? 0];
        const text = file.source.text.slice(start, end);
        const names = packages.map((name) => name.text);
        const sorted = [...names].sort(compare);
        const first = packages.find((name, i) => name.text !== sorted[i]);
        const plain = packages.every(({ value, quoted }) => value !== null && !quoted) && !text.includes('#');
        // One word to a line and nothing else among them.
        const onLines = text.split(eol).length === names.length && text.split(/[\s\\`]+/).length === names.length;
        if (names.length < 3 || !first || !plain || !onLines || !command.exact) continue;
        yield {
          at: first.range,
          message:
            'These packages are not sorted, so that one that is listed twice is easily overlooked and two changes meet in the same line.',
          subject: commandSubject(file, command),
          fix: {
            title: 'Sort them',
            edits: packages.flatMap(({ range, text: name }, i) =>
              sorted[i] === name ? [] : [replace(range, sorted[i] ?? name)],
            ),
          },
        };
      }
  },
});
