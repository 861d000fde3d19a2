import { type Node, rule, type ScalarNode, writtenOnce } from '#rule';

/** What asks for all: the word itself, or a number of devices that says so. */
function askedForAll(node: Node | undefined): ScalarNode[] {
  if (node?.kind === 'scalar') return node.string === 'all' ? [node] : [];
  if (node?.kind !== 'list') return [];
  return node.items.flatMap((item) => {
    const count = item.kind === 'map' ? item.get('count') : undefined;
    return count?.kind === 'scalar' && count.string === 'all' ? [count] : [];
  });
}

function reserved(deploy: Node | undefined): Node | undefined {
  let node = deploy;
  for (const key of ['resources', 'reservations', 'devices']) node = node?.kind === 'map' ? node.get(key) : undefined;
  return node;
}

export default rule({
  id: 'counted-gpus',
  on: 'compose',
  title: 'Services say which GPUs they get',
  severity: 'info',
  category: 'performance',
  presets: [],
  *check(file) {
    const all = file.services.flatMap(({ get }) => [...askedForAll(get('gpus')), ...askedForAll(reserved(get('deploy')))]);
    for (const node of writtenOnce(all, ({ range }) => range))
      yield {
        at: node.range,
        message:
          'This gives the service every GPU of the host, so that it shares the memory of each with whatever else runs there. Give a count, or name them with `device_ids`.',
      };
  },
});
