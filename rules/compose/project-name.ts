import { rule } from '#rule';

export default rule({
  id: 'project-name',
  on: 'compose',
  title: 'The project has a name',
  severity: 'info',
  category: 'maintainability',
  presets: ['strict'],
  also: ['dclint/require-project-name-field'],
  *check(file) {
    const entry = file.root?.entry('services');
    if (!entry || file.name || file.fragment || file.legacy) return;
    yield {
      at: entry.key.range,
      message:
        'Without `name` the project is called like the folder it lies in: under another it gets new containers and new, empty volumes.',
    };
  },
});
