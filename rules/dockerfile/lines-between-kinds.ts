import { rule } from '#rule';

export default rule({
  id: 'lines-between-kinds',
  on: 'dockerfile',
  title: 'An empty line stands between instructions of different kinds, and none between equal ones',
  severity: 'info',
  category: 'style',
  presets: [],
  also: ['tally/newline-between-instructions'],
  *check(file) {
    for (const [i, next] of file.all.entries()) {
      const before = file.all[i - 1];
      if (!before || before.endLine >= next.startLine) continue;
      const between = file.source.text.slice(file.starts[before.endLine], file.starts[next.startLine - 1]);
      const empty = between
        .split('\n')
        .slice(0, -1)
        .filter((line) => line.trim() === '').length;
      const wanted = before.keyword === next.keyword ? 0 : 1;
      if (empty === wanted) continue;
      const what = wanted === 1 ? 'One empty line' : 'No empty line';
      yield {
        at: next.keywordRange,
        message: `${what} belongs between \`${before.keyword}\` and \`${next.keyword}\`, so that what does the same stands together.`,
        subject: `${file.subject(next.keywordRange)} ${next.text.slice(0, 80)}`,
      };
    }
  },
});
