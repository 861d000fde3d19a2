import { entryRemoval, remove, rule, writtenOnce } from '#rule';

const MEANING: Readonly<Record<string, string>> = {
  network_mode: 'it reaches everything that listens on the host itself, and its own ports are open to every network',
  pid: 'it sees, and as root can end and read, every process of the host',
  ipc: 'it shares the memory segments of the processes of the host',
  uts: 'it can change the name of the host',
  userns_mode: 'root in the container is root on the host even where users are remapped',
  cgroup: 'it sees the resource limits of everything on the host',
};

export default rule({
  id: 'no-host-namespaces',
  on: 'compose',
  title: 'Services do not share the namespaces of the host',
  severity: 'warning',
  category: 'security',
  presets: ['security', 'strict'],
  fixes: 'unsafe',
  also: [
    'kics/4f31dd9f',
    'kics/host_namespace_is_shared',
    'kics/baa3890f',
    'kics/shared_host_ipc_namespace',
    'kics/071a71ff',
    'kics/shared_host_network_namespace',
    'kics/8af7162d',
    'kics/shared_host_user_namespace',
    'compose-lint/CL-0008',
    'compose-lint/CL-0010',
    'docksec/host-network',
    'docksec/host-namespaces',
  ],
  cis: ['5.10', '5.16', '5.17', '5.21', '5.25', '5.31'],
  *check(file) {
    const shared = file.services.flatMap((service) =>
      Object.entries(MEANING).flatMap(([key, meaning]) => {
        const entry = service.scalar(key)?.string === 'host' ? service.entryOf(key) : undefined;
        return entry && service.node ? [{ entry, meaning, holder: service.node }] : [];
      }),
    );
    for (const { entry, meaning, holder } of writtenOnce(shared, (one) => one.entry.key.range)) {
      const cut = holder.merges.length > 0 ? null : entryRemoval(file, holder, entry);
      const name = entry.key.string;
      yield {
        at: entry.key.range,
        message: `\`${name}: host\` takes down a wall between the container and the host: ${meaning}.`,
        fix: cut ? { title: `Remove \`${name}\`: the container gets a namespace of its own`, edits: [remove(cut)] } : undefined,
      };
    }
  },
});
