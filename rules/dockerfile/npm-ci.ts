import { commandSubject, isForDevelopment, isForProduction, npmPackages, replace, rule, type Stage } from '#rule';

const LOCK = /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|package-?\*\.json|package\*\.json)$/;
const EXACT = /(?:^|\/)(?:package-lock|npm-shrinkwrap)\.json$/;

export default rule<{ images: 'shipped' | 'all' }>({
  id: 'npm-ci',
  on: 'dockerfile',
  title: 'Where there is a lock file, npm installs what it says',
  severity: 'info',
  category: 'reproducibility',
  fixes: 'unsafe',
  options: {
    properties: {
      images: {
        type: 'string',
        enum: ['shipped', 'all'],
        description:
          'Which images are told: those that are not for development, tests or examples, where the lock file is known to be there, or all.',
        default: 'shipped',
        wider: 'all',
      },
    },
  },
  *check(file, { options, project }) {
    const all = options.images === 'all';
    if (!all && (isForDevelopment(file) || !isForProduction(file.path))) return;
    const folder = file.path.slice(0, file.path.lastIndexOf('/') + 1);
    // A pattern may match no lock file, unless the repository's listing has one beside the Dockerfile.
    const lock = all || project.has(`${folder}package-lock.json`) === true ? LOCK : EXACT;
    // Where the first lock file comes into each stage.
    const locked = new Map<Stage, number>();
    for (const { words, stage, range } of file.instructions('COPY', 'ADD'))
      if (stage && !locked.has(stage) && words.slice(0, -1).some(({ value }) => lock.test(value))) locked.set(stage, range.start);
    for (const { command, action, packages } of npmPackages(file)) {
      const { instruction: run } = command;
      if (
        !/^(?:install|i)$/.test(action.value ?? '') ||
        packages.length > 0 ||
        command.has('-g', '--global', '--no-package-lock', '--prefix')
      )
        continue;
      if (!(run.stage && (locked.get(run.stage) ?? run.range.end) < run.range.start)) continue;
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
