import { rule, writtenOnce } from '#rule';

const SHARED: Readonly<Record<string, string>> = {
  network_mode:
    'shares the network of another container: each reaches what the other listens on at localhost, and a restart of that one cuts this one off',
  pid: 'shows the processes of another container, whose memory and environment root here can read',
  ipc: 'shares the memory segments of another container',
};

export default rule({
  id: 'no-shared-container-namespaces',
  on: 'compose',
  title: 'Services share no namespaces with other containers',
  severity: 'info',
  category: 'security',
  presets: ['strict'],
  nist: ['4.4.3'],
  *check(file) {
    const shared = file.services.flatMap(({ scalar }) =>
      Object.entries(SHARED).flatMap(([key, meaning]) => {
        const node = scalar(key);
        return node && /^(?:service|container):/.test(node.string) ? [{ key, meaning, node }] : [];
      }),
    );
    for (const { key, meaning, node } of writtenOnce(shared, (one) => one.node.range))
      yield { at: node.range, message: `\`${key}: ${node.string}\` ${meaning}.` };
  },
});
