import { hostNamespaces, remove, rule } from '#rule';

const MEANINGS: Readonly<Record<string, string>> = {
  network_mode: 'the container reaches everything that listens on the host itself, and its own ports are open to every network',
};

export default rule({
  id: 'no-host-network',
  on: 'compose',
  title: 'Services do not share the network of the host',
  severity: 'warning',
  category: 'security',
  presets: ['security', 'strict'],
  fixes: 'unsafe',
  also: ['kics/071a71ff', 'kics/shared_host_network_namespace', 'compose-lint/CL-0008', 'docksec/host-network'],
  cis: ['5.10'],
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
