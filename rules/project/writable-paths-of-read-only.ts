import {
  addedItems,
  builtServices,
  copiesInto,
  isMounted,
  replace,
  rule,
  usedAt,
  volumesOf,
  wholeServices,
  writtenPaths,
} from '#rule';

export default rule({
  id: 'writable-paths-of-read-only',
  on: 'project',
  title: 'A read-only service can write where its program has to',
  severity: 'warning',
  category: 'reliability',
  fixes: 'unsafe',
  *check(project) {
    for (const file of project.composeFiles) {
      for (const service of wholeServices(file)) {
        if (service.flag('read_only') !== true || service.get('command') || service.get('entrypoint')) continue;
        const built = builtServices(project).get(service);
        const base = built?.stage && [built.stage, ...built.stage.ancestors()].at(-1);
        const ref = service.build ? base?.ref : service.image?.ref;
        const written = ref ? writtenPaths(ref) : null;
        const at = service.get('read_only');
        if (!written || !ref || !at || service.get('volumes_from')) continue;
        // Settings of one's own may choose other folders.
        if (isMounted(service, `${written.settings}/x`) !== false) continue;
        if (service.volumes.some(({ target }) => target?.text.startsWith(written.settings))) continue;
        if (service.configs.length > 0 || (built?.stage && copiesInto(built.stage, written.settings))) continue;
        const volumes = built?.stage ? volumesOf(built.stage) : [];
        const missing = written.paths.filter(
          (path) => isMounted(service, path) === false && !volumes.some((one) => path.startsWith(one)),
        );
        if (missing.length === 0) continue;
        const added = addedItems(file, service, 'tmpfs', missing);
        yield {
          path: file.path,
          at: usedAt(at),
          message: `\`${written.program}\` of \`${ref.text}\` writes to ${missing.map((path) => `\`${path}\``).join(' and ')} when it starts, where nothing is mounted: with a read-only file system it stops.`,
          subject: `services.${service.name}.read_only/${missing.join(' ')}`,
          fix: added ? { title: 'Mount a `tmpfs` there', edits: [replace(added.range, added.text)] } : undefined,
        };
      }
    }
  },
});
