import {
  type Compose,
  entryRemoval,
  itemRemoval,
  type Node,
  type Range,
  remove,
  rule,
  type ScalarNode,
  type Service,
  writtenOnce,
} from '#rule';

interface Right {
  node: ScalarNode;
  what: string;
  /** What to remove so that the build has it no longer. */
  cut: Range | null;
}

function cutOf(file: Compose, { build }: Service, key: string, node: Node): Range | null {
  const holder = build?.get(key);
  if (holder?.kind === 'list' && holder.items.length > 1) return holder.via ? null : itemRemoval(file, holder.items, node);
  const map = build?.node.kind === 'map' && build.node.merges.length === 0 ? build.node : null;
  const entry = map?.entry(key);
  return map && entry && !node.via ? entryRemoval(file, map, entry) : null;
}

function found(file: Compose, service: Service): Right[] {
  const { build } = service;
  const scalars = (node: Node | undefined): readonly Node[] => (node?.kind === 'list' ? node.items : node ? [node] : []);
  const wrong: [string, RegExp, string][] = [
    [
      'privileged',
      /^(?:true|yes|on)$/i,
      'runs the steps of the Dockerfile, and every package that they install, with all rights of root on the host',
    ],
    [
      'entitlements',
      /^(?:security\.insecure|network\.host|device)/,
      'lets the steps of the Dockerfile, and every package that they install, out of their sandbox',
    ],
    [
      'network',
      /^host$/,
      'lets the steps of the Dockerfile, and every package that they install, reach everything that listens on the host',
    ],
  ];
  return wrong.flatMap(([key, value, meaning]) =>
    scalars(build?.get(key)).flatMap((node) =>
      node.kind === 'scalar' && value.test(node.string)
        ? [{ node, what: `\`${key}: ${node.string}\` ${meaning}`, cut: cutOf(file, service, key, node) }]
        : [],
    ),
  );
}

export default rule({
  id: 'no-privileged-build',
  on: 'compose',
  title: 'Images are built in a sandbox',
  severity: 'warning',
  category: 'security',
  presets: ['security', 'strict'],
  fixes: 'unsafe',
  *check(file) {
    const rights = file.services.flatMap((service) => found(file, service));
    for (const { node, what, cut } of writtenOnce(rights, (one) => one.node.range))
      yield {
        at: node.range,
        message: `${what}.`,
        fix: cut ? { title: `Remove \`${node.string}\`: the build keeps to its sandbox`, edits: [remove(cut)] } : undefined,
      };
  },
});
