import { type Node, rule, writtenOnce } from '#rule';

/** Locked memory is what search engines and databases must have; the rest is only ever too much. */
const MEANING: Readonly<Record<string, string>> = {
  nproc: 'processes',
  nofile: 'open files',
  core: 'what a crash writes to disk, secrets among it',
};

const limits = (node: Node): readonly Node[] => (node.kind === 'map' ? node.entries.map(({ value }) => value) : [node]);

export default rule({
  id: 'limited-ulimits',
  on: 'compose',
  title: 'Limits of processes are limits',
  severity: 'info',
  category: 'reliability',
  presets: ['security', 'strict'],
  cis: ['5.19'],
  *check(file) {
    const found = file.services.flatMap(({ get }) => {
      const ulimits = get('ulimits');
      if (ulimits?.kind !== 'map') return [];
      return ulimits.entries.flatMap(({ key, value }) => {
        const what = Object.hasOwn(MEANING, key.string) ? MEANING[key.string] : undefined;
        return what && limits(value).some((node) => node.kind === 'scalar' && /^(?:-1|unlimited)$/.test(node.string))
          ? [{ key, what }]
          : [];
      });
    });
    for (const { key, what } of writtenOnce(found, (one) => one.key.range))
      yield {
        at: key.range,
        message: `\`${key.string}\` without limit takes away the host's own limit for ${what}. Name the number that the service needs.`,
      };
  },
});
