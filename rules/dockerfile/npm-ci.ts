import { commandSubject, npmPackages, replace, rule } from '#rule';

const LOCK = /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|package-?\*\.json|package\*\.json)$/;

export default rule({
  id: 'npm-ci',
  on: 'dockerfile',
  title: 'Where there is a lock file, npm installs what it says',
  severity: 'info',
  category: 'reproducibility',
  presets: ['strict'],
  fixes: 'unsafe',
  *check(file) {
    for (const { command, action, packages } of npmPackages(file)) {
      const { instruction: run } = command;
      if (
        !/^(?:install|i)$/.test(action.value ?? '') ||
        packages.length > 0 ||
        command.has('-g', '--global', '--no-package-lock', '--prefix')
      )
        continue;
      const copies = run.stage?.instructionsOf('COPY', 'ADD').filter(({ range }) => range.end < run.range.start) ?? [];
      if (!copies.some(({ words }) => words.slice(0, -1).some(({ value }) => LOCK.test(value)))) continue;
      yield {
        at: { start: command.nameRange.start, end: action.range.end },
        message: `\`npm ${action.value}\` may install other versions than \`package-lock.json\` names, and changes the file silently. \`npm ci\` takes exactly those, or stops.`,
        subject: commandSubject(file, command),
        fix: command.exact
          ? { title: 'Use `npm ci`; it stops when the lock file does not match', edits: [replace(action.range, 'ci')] }
          : undefined,
      };
    }
  },
});
