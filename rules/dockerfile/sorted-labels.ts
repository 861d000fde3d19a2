import { replace, rule } from '#rule';

export default rule({
  id: 'sorted-labels',
  on: 'dockerfile',
  title: 'The labels of an instruction are sorted',
  severity: 'info',
  category: 'style',
  presets: [],
  fixes: 'safe',
  also: ['tally/labels/prefer-stable-order'],
  *check(file) {
    for (const { pairs } of file.instructions('LABEL')) {
      const keys = pairs.map(({ name }) => name.value);
      const sorted = [...pairs].sort((a, b) => (a.name.value < b.name.value ? -1 : a.name.value > b.name.value ? 1 : 0));
      const first = pairs.findIndex((pair, i) => pair !== sorted[i]);
      const at = pairs[first]?.name.range;
      if (!at || pairs.some(({ legacy }) => legacy) || new Set(keys).size < keys.length) continue;
      const text = (i: number) => file.source.text.slice(sorted[i]?.range.start, sorted[i]?.range.end);
      yield {
        at,
        message: `\`${keys[first]}\` stands before \`${sorted[first]?.name.value}\`: in alphabetical order a label is found, and added, at one place only.`,
        fix: { title: 'Sort the labels', edits: pairs.map(({ range }, i) => replace(range, text(i))) },
      };
    }
  },
});
