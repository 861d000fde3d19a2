import { EPILOGUE, epilogueStart, rule, shippedStages } from '#rule';

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
    const start = epilogueStart(final);
    let highest = -1;
    for (const [i, { keyword, keywordRange: at }] of final.instructions.entries()) {
      const rank = EPILOGUE.indexOf(keyword);
      if (rank < 0) continue;
      if (i < start)
        yield {
          at,
          message: `\`${keyword}\` stands above what builds the image: who looks for how the container runs looks at the end.`,
        };
      else if (rank < highest)
        yield {
          at,
          message: `\`${keyword}\` stands behind \`${EPILOGUE[highest]}\`: the usual order is ${EPILOGUE.join(', ')}.`,
        };
      if (i >= start) highest = Math.max(highest, rank);
    }
  },
});
