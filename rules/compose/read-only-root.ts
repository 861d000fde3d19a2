import { addedEntry, oneWord, quotedLike, replace, rule, usedAt, wholeServices } from '#rule';

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
      const title = 'Make it read-only: what it writes needs a volume or a `tmpfs`';
      const added = said ? null : addedEntry(file, service.node, oneWord('read_only', 'true'));
      const edits = added
        ? [replace(added.range, added.text)]
        : said && !said.via && !said.interpolated
          ? [replace(said.range, quotedLike(file, said, 'true'))]
          : null;
      yield {
        at: said ? usedAt(said) : service.key.range,
        message: `\`${service.name}\` can write everywhere in its own file system, so that an intruder can change its programs and leave others there.`,
        fix: edits ? { title, edits } : undefined,
        subject: `services.${service.name}/read_only`,
      };
    }
  },
});
