import { endOfLife, familiarName, rule } from '#rule';

export default rule({
  id: 'supported-base-image',
  on: 'dockerfile',
  title: 'Base images still get security updates',
  severity: 'warning',
  category: 'security',
  presets: ['security', 'strict'],
  also: ['openrewrite/FindEndOfLifeImages', 'tally/ruby/eol-ruby-version'],
  cis: ['4.4'],
  nist: ['4.1.1'],
  *check(file, { today }) {
    const told = new Set<string>();
    for (const { image, ref } of file.stages) {
      const ended = ref && endOfLife(ref, today);
      if (!image || !ended || told.has(ref.text)) continue;
      told.add(ref.text);
      yield {
        at: image.range,
        message: `${ended.release} has had no security updates since ${ended.date}: what has been found in it since then stays open in \`${familiarName(ref)}\`. Move to a release that is maintained.`,
      };
    }
  },
});
