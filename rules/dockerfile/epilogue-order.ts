import { rule, shippedStages } from '#rule';

const ORDER = ['STOPSIGNAL', 'HEALTHCHECK', 'ENTRYPOINT', 'CMD'];

export default rule({
  id: 'epilogue-order',
  on: 'dockerfile',
  title: 'What is said about running stands at the end, in order',
  severity: 'info',
  category: 'style',
  presets: ['strict'],
  also: ['tally/epilogue-order'],
  *check(file) {
    const final = file.stages.at(-1);
    if (!final || !shippedStages(file).has(final)) return;
    const last = final.instructions.findLastIndex(({ keyword }) => !ORDER.includes(keyword));
    let highest = -1;
    for (const [i, { keyword, keywordRange: at }] of final.instructions.entries()) {
      const rank = ORDER.indexOf(keyword);
      if (rank < 0) continue;
      if (i < last)
        yield {
          at,
          message: `\`${keyword}\` stands above what builds the image: who looks for how the container runs looks at the end.`,
        };
      else if (rank < highest)
        yield { at, message: `\`${keyword}\` stands behind \`${ORDER[highest]}\`: the usual order is ${ORDER.join(', ')}.` };
      highest = Math.max(highest, rank);
    }
  },
});
