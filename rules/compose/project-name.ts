import { type Compose, insert, lineEnd, projectNameOf, rule } from '#rule';

/** Where it can stand in the usual order: at the head, behind extensions; `null` in a file of another form. */
function place({ root, source, starts }: Compose): number | null {
  const first = root?.entries.find(({ key }) => !key.string.startsWith('x-') && key.string !== 'version');
  return root && !root.flow && first && !first.via && starts.includes(first.key.range.start) && source.text !== ''
    ? first.key.range.start
    : null;
}

export default rule({
  id: 'project-name',
  on: 'compose',
  title: 'The project has a name',
  severity: 'info',
  category: 'maintainability',
  presets: ['strict'],
  fixes: 'unsafe',
  also: ['dclint/require-project-name-field'],
  *check(file) {
    const entry = file.root?.entry('services');
    if (!entry || file.name || file.fragment || file.legacy) return;
    const name = projectNameOf(file.path);
    const at = name === null ? null : place(file);
    yield {
      at: entry.key.range,
      message:
        'Without `name` the project is called like the folder it lies in: under another it gets new containers and new, empty volumes.',
      fix:
        name !== null && at !== null
          ? {
              title: `Name it \`${name}\`, as its folder is called: wherever it lies, containers and volumes keep their names`,
              edits: [insert(at, `name: ${name}${lineEnd(file.source.text)}`)],
            }
          : undefined,
    };
  },
});
