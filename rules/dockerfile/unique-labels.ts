import { type Pair, rule } from '#rule';

export default rule({
  id: 'unique-labels',
  on: 'dockerfile',
  title: 'A stage sets each label once',
  severity: 'warning',
  category: 'consistency',
  also: ['tally/no-duplicate-keys', 'tally/labels/no-duplicate-keys'],
  *check(file) {
    for (const stage of file.stages) {
      const last = new Map<string, Pair>();
      const pairs = stage.instructionsOf('LABEL').flatMap((label) => label.pairs);
      for (const pair of pairs) last.set(pair.name.value, pair);
      for (const pair of pairs) {
        const kept = last.get(pair.name.value);
        if (!kept || kept === pair || pair.name.value.includes('$')) continue;
        yield {
          at: pair.name.range,
          message: `\`${pair.name.value}\` is set again below, and only that value is in the image.`,
          subject: `${file.subject(pair.name.range)} ${(pair.value?.text ?? '').slice(0, 60)}`,
          related: [{ at: kept.name.range, message: 'The one that counts' }],
        };
      }
    }
  },
});
