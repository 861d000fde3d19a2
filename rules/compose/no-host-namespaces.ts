import { hostNamespaces, remove, rule } from '#rule';

const MEANINGS: Readonly<Record<string, string>> = {
  pid: 'the container sees every process of the host, and as root it can read and end them',
  ipc: 'the container shares the memory segments of the processes of the host',
};

export default rule({
  id: 'no-host-namespaces',
  on: 'compose',
  title: 'Services do not see the processes and the memory of the host',
  severity: 'warning',
  category: 'security',
  presets: ['security', 'strict'],
  fixes: 'unsafe',
  also: [
    'kics/4f31dd9f',
    'kics/host_namespace_is_shared',
    'kics/baa3890f',
    'kics/shared_host_ipc_namespace',
    'compose-lint/CL-0010',
    'docksec/host-namespaces',
  ],
  cis: ['5.16', '5.17'],
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
