import { readOnlyMount, replace, rule, writtenOnce } from '#rule';

/** Files that services read, by their endings; databases, logs and what tools write anew are not among them. */
const CONFIG =
  /(?:^|[\\/])[^\\/]{1,200}\.(?:conf|cnf|cfg|ini|toml|properties|ya?ml|crt|pem|htpasswd|template|tmpl|vcl|cf)$|(?:^|[\\/])(?:Caddyfile|Corefile|daemon\.json)$/;

export default rule({
  id: 'read-only-config-mounts',
  on: 'compose',
  title: 'Configuration files are mounted read-only',
  severity: 'info',
  category: 'security',
  presets: ['security', 'strict'],
  fixes: 'unsafe',
  nist: ['4.5.5'],
  *check(file) {
    for (const mount of writtenOnce(
      file.services.flatMap(({ volumes }) => volumes),
      ({ range }) => range,
    )) {
      const { source, type, readOnly } = mount;
      if (!source || type !== 'bind' || readOnly || !CONFIG.test(source.text)) continue;
      const edit = readOnlyMount(file, mount);
      yield {
        at: source.range,
        message: `\`${source.text}\` can be changed by the service: who breaks into it can have it do something else at its next start, and the file of the repository changes with it.`,
        fix: edit
          ? { title: 'Mount it read-only: the service can no longer change it', edits: [replace(edit.range, edit.text)] }
          : undefined,
      };
    }
  },
});
