import { remove, replace, rule } from '#rule';

const code = (words: readonly string[]) => words.map((word) => `\`${word}\``).join(', ');

export default rule({
  id: 'unused-ignore',
  on: 'project',
  title: 'Ignore comments hide something',
  severity: 'info',
  category: 'maintainability',
  fixes: 'safe',
  last: true,
  also: ['tally/unused-directive'],
  *check(_project, { unusedIgnores }) {
    for (const { path, at, unused, unknown, kept, whole } of unusedIgnores) {
      const said = [
        ...(unused.length > 0
          ? [`${code(unused)} finds nothing here: the comment hides nothing, until one day it hides what it should not.`]
          : []),
        ...unknown.map(
          ({ id, meant }) =>
            `There is no rule \`${id}\` for this file${meant === null ? '' : `. Did you mean \`${meant}\``}${meant === null ? ': the comment hides nothing.' : '?'}`,
        ),
      ];
      const fix =
        kept.length === 0
          ? { title: 'Remove the comment', edits: [remove(whole)] }
          : unused.length > 0 || unknown.some(({ meant }) => meant === null)
            ? { title: `Ignore ${code(kept)} only`, edits: [replace(at, kept.join(','))] }
            : undefined;
      yield { path, at, message: said.join(' '), fix, subject: [...unused, ...unknown.map(({ id }) => id)].join(',') };
    }
  },
});
