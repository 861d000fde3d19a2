import { chained, rule, runRows, writtenPart } from '#rule';

export default rule<{ commands: number }>({
  id: 'heredoc-for-long-run',
  on: 'dockerfile',
  title: 'Steps of several commands are heredocs',
  severity: 'info',
  category: 'style',
  presets: [],
  also: ['tally/prefer-run-heredoc'],
  options: {
    properties: {
      commands: {
        type: 'integer',
        minimum: 2,
        maximum: 100,
        description: 'From how many commands on a step is told.',
        default: 3,
      },
    },
  },
  *check(file, { options }) {
    for (const { instructions } of file.stages)
      for (const row of runRows(instructions)) {
        const lists = row.map(chained);
        const [run] = row;
        const count = lists.reduce((sum, list) => sum + list.length, 0);
        if (!run || count < options.commands || lists.some((list) => list.length === 0)) continue;
        if (row.every((one) => writtenPart(file, one))) continue;
        const what = row.length > 1 ? `${row.length} RUNs in a row hold ${count} commands` : `This RUN holds ${count} commands`;
        yield {
          at: run.keywordRange,
          message: `${what}: in a heredoc with \`set -e\` each has a line of its own, without \`&&\` and backslashes.`,
          subject: `${file.subject(run.keywordRange)} ${run.text.slice(0, 80)}`,
        };
      }
  },
});
