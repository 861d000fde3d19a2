import { labelRank, replace, rule } from '#rule';

export default rule({
  id: 'sorted-labels',
  on: 'dockerfile',
  title: 'The labels of an instruction stand in their usual order',
  severity: 'info',
  category: 'style',
  presets: [],
  fixes: 'safe',
  also: ['tally/labels/prefer-stable-order'],
  *check(file) {
    for (const { pairs } of file.instructions('LABEL')) {
      const keys = pairs.map(({ name }) => name.value);
      if (pairs.length < 2 || pairs.some(({ legacy }) => legacy) || new Set(keys).size < keys.length) continue;
      const sorted = [...pairs].sort((a, b) => labelRank(a.name.value) - labelRank(b.name.value));
      const first = pairs.findIndex((pair, i) => pair !== sorted[i]);
      const at = pairs[first]?.name.range;
      if (!at) continue;
      const text = (i: number) => file.source.text.slice(sorted[i]?.range.start, sorted[i]?.range.end);
      yield {
        at,
        message: `\`${keys[first]}\` stands before \`${sorted[first]?.name.value}\`: what an image is comes first, then its source, its owners, its release and its base, and own labels last.`,
        fix: { title: 'Sort the labels', edits: pairs.map(({ range }, i) => replace(range, text(i))) },
      };
    }
  },
});
