import { defaultOf, entryRemoval, type MapNode, quotedLike, remove, replace, rule, usedAt, writtenOnce } from '#rule';

export default rule({
  id: 'no-disabled-logging',
  on: 'compose',
  title: 'What services say is kept',
  severity: 'warning',
  category: 'reliability',
  presets: ['security', 'strict'],
  fixes: 'unsafe',
  also: ['compose-lint/CL-0014'],
  *check(file) {
    const drivers = file.services.flatMap(({ get }) => {
      const logging = get('logging');
      const entry = logging?.kind === 'map' ? logging.entry('driver') : undefined;
      return logging?.kind === 'map' && entry?.value.kind === 'scalar' && defaultOf(entry.value.string) === 'none'
        ? [{ logging, node: entry.value }]
        : [];
    });
    for (const { logging, node } of writtenOnce(drivers, (one) => one.node.range))
      yield {
        at: usedAt(node),
        message:
          'With the driver `none` nothing that the service says is kept: after a failure or a break-in there is nothing to look at. `local` keeps it, compressed and rotated.',
        fix:
          node.via || node.string !== 'none'
            ? undefined
            : {
                title: 'Use the driver `local`, which writes to the disk of the host',
                edits: [replace(node.range, quotedLike(file, node, 'local')), ...withoutOptions(logging)],
              },
      };

    /** Options of another driver would be refused. */
    function withoutOptions(logging: MapNode) {
      const options = logging.entry('options');
      const cut = options && entryRemoval(file, logging, options);
      return cut ? [remove(cut)] : [];
    }
  },
});
