import { isForSwarm, isOnlyKept, nameBesideExternal, replace, rule, usedAt, writtenOnce } from '#rule';

const SECTIONS = ['networks', 'volumes', 'secrets', 'configs'] as const;

export default rule({
  id: 'no-nested-external-name',
  on: 'compose',
  title: 'The name of what is external stands beside `external`',
  severity: 'info',
  category: 'maintainability',
  fixes: 'safe',
  also: ['compose-go/external-name'],
  *check(file) {
    // Swarm reads a `name` of its own only from files of version 3.5 on.
    if (isForSwarm(file) || isOnlyKept(file.path)) return;
    const names = SECTIONS.flatMap((section) =>
      file[section].flatMap(({ get, node }) => {
        const external = get('external');
        const name = external?.kind === 'map' ? external.entry('name') : undefined;
        return name ? [{ name, node }] : [];
      }),
    );
    for (const { name, node } of writtenOnce(names, (one) => one.name.key.range)) {
      const { key, via } = name;
      const edit = nameBesideExternal(file, node);
      yield {
        at: usedAt({ range: key.range, ...(via && { via }) }),
        message:
          '`name` below `external` is deprecated, and Compose warns about it at every start. Write `external: true`, and `name` beside it.',
        fix: edit ? { title: 'Write `external: true` and `name`', edits: [replace(edit.range, edit.text)] } : undefined,
      };
    }
  },
});
