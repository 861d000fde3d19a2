import { hostNamespaces, remove, rule } from '#rule';

const MEANINGS: Readonly<Record<string, string>> = {
  uts: 'the container can change the name of the host',
  userns_mode: 'root in the container is root on the host, even where users are remapped',
  cgroup: 'the container sees the resource limits of everything on the host',
};

export default rule({
  id: 'no-host-identity',
  on: 'compose',
  title: 'Services keep users, host name and cgroups of their own',
  severity: 'warning',
  category: 'security',
  presets: ['security', 'strict'],
  fixes: 'unsafe',
  also: ['kics/8af7162d', 'kics/shared_host_user_namespace'],
  cis: ['5.21', '5.25', '5.31'],
  nist: ['4.4.3'],
  *check(file) {
    for (const { entry, meaning, cut } of hostNamespaces(file, MEANINGS)) {
      const name = entry.key.string;
      yield {
        at: entry.key.range,
        message: `With \`${name}: host\` ${meaning}.`,
        fix: cut ? { title: `Remove \`${name}\`: the container gets a namespace of its own`, edits: [remove(cut)] } : undefined,
      };
    }
  },
});
