import { isForSwarm, isOnlyKept, rule, usedAt, writtenOnce } from '#rule';

const SECTIONS = ['networks', 'volumes', 'secrets', 'configs'] as const;

export default rule({
  id: 'no-nested-external-name',
  on: 'compose',
  title: 'The name of what is external stands beside `external`',
  severity: 'info',
  category: 'maintainability',
  also: ['compose-go/external-name'],
  *check(file) {
    // Swarm reads a `name` of its own only from files of version 3.5 on.
    if (isForSwarm(file) || isOnlyKept(file.path)) return;
    const names = SECTIONS.flatMap((section) =>
      file[section].flatMap(({ get }) => {
        const external = get('external');
        return (external?.kind === 'map' && external.entry('name')) || [];
      }),
    );
    for (const { key, via } of writtenOnce(names, (entry) => entry.key.range))
      yield {
        at: usedAt({ range: key.range, ...(via && { via }) }),
        message:
          '`name` below `external` is deprecated, and Compose warns about it at every start. Write `external: true`, and `name` beside it.',
      };
  },
});
