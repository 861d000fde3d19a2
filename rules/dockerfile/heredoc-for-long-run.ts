import { type Command, chained, rule, runRows, writtenPart } from '#rule';

/** What only tidies up behind the others, or is moved in front of them. */
const isCleaning = ({ name, operands }: Command) =>
  name === 'rm' ||
  name === 'cd' ||
  operands.slice(0, 2).some(({ value }) => /^(?:clean|autoclean|prune|update|upgrade|dist-upgrade)$/.test(value ?? ''));

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
        const count = lists.reduce((sum, list) => sum + list.filter((one) => !isCleaning(one)).length, 0);
        if (!run || count < options.commands || lists.some((list) => list.length === 0)) continue;
        if (row.every((one) => writtenPart(file, one))) continue;
        yield {
          at: run.keywordRange,
          message:
            'Several commands hang together here: in a heredoc with `set -e` each has a line of its own, without `&&` and backslashes. It is the first such place of the stage.',
          subject: file.subject(run.keywordRange).split(' ')[0] ?? '',
        };
        break;
      }
  },
});
