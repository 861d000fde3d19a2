// The order in which a reader looks for labels: https://github.com/opencontainers/image-spec/blob/main/annotations.md
const OCI =
  'title description source url documentation authors vendor licenses version revision created ref.name base.name base.digest'.split(
    ' ',
  );
const CATALOGUE = [
  'io.k8s.display-name',
  'io.k8s.description',
  'io.openshift.tags',
  'io.openshift.expose-services',
  'io.openshift.s2i.scripts-url',
];
const RANKS: ReadonlyMap<string, number> = new Map(
  [...OCI.map((name) => `org.opencontainers.image.${name}`), ...CATALOGUE].map((name, i) => [name, i]),
);

/** Lower comes first; labels of the same rank may stand as they like. */
export function labelRank(key: string): number {
  const known = RANKS.get(key);
  if (known !== undefined) return known;
  if (key.startsWith('com.docker.')) return 100;
  if (key.startsWith('org.label-schema.') || key === 'maintainer') return 101;
  return key.includes('.') ? 102 : 103;
}
