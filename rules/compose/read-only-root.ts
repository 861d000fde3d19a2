import {
  addedEntry,
  type Compose,
  isMounted,
  oneWord,
  quotedLike,
  replace,
  rule,
  type Service,
  usedAt,
  wholeServices,
  writtenPaths,
} from '#rule';

/** Where the program of a known image writes when it starts, and nothing is mounted. */
function unmounted(service: Service): readonly string[] {
  const { build, image } = service;
  const written = build || !image?.ref ? null : writtenPaths(image.ref);
  return written?.paths.filter((path) => isMounted(service, path) === false) ?? [];
}

/** The edit that mounts these; `null` where the service has such mounts of its own. */
const mounted = (file: Compose, service: Service, paths: readonly string[]) =>
  addedEntry(file, service.node, {
    key: 'tmpfs',
    block: ['tmpfs:', ...paths.map((path) => `  - ${path}`)],
    flow: `[${paths.map((path) => `"${path}"`).join(', ')}]`,
  });

export default rule({
  id: 'read-only-root',
  on: 'compose',
  title: 'The file system of a service is read-only',
  severity: 'info',
  category: 'security',
  presets: ['security', 'strict'],
  fixes: 'unsafe',
  also: ['compose-lint/CL-0007', 'semgrep/writable-filesystem-service', 'docksec/read-only'],
  cis: ['5.13'],
  nist: ['4.4.4'],
  *check(file) {
    for (const service of wholeServices(file)) {
      const said = service.scalar('read_only');
      if (service.flag('read_only') === true || (said?.interpolated && service.flag('read_only') === null)) continue;
      const paths = unmounted(service);
      const mount = paths.length > 0 ? mounted(file, service, paths) : null;
      const title = `Make it read-only${mount ? ', with memory where its program writes when it starts' : ''}: what else it writes needs a volume or a \`tmpfs\``;
      const added = said ? null : addedEntry(file, service.node, oneWord('read_only', 'true'));
      const edits = added
        ? [replace(added.range, added.text)]
        : said && !said.via && !said.interpolated
          ? [replace(said.range, quotedLike(file, said, 'true'))]
          : null;
      yield {
        at: said ? usedAt(said) : service.key.range,
        message: `\`${service.name}\` can write everywhere in its own file system, so that an intruder can change its programs and leave others there. With \`read_only: true\` only volumes and \`tmpfs\` can be written.`,
        fix:
          edits && (mount || paths.length === 0)
            ? { title, edits: mount ? [...edits, replace(mount.range, mount.text)] : edits }
            : undefined,
        subject: `services.${service.name}/read_only`,
      };
    }
  },
});
