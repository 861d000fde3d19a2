import { type Command, rule } from '#rule';

const MANY = 3;
/** What fetches lists or removes them again belongs to the command that needs them. */
const tidies = ({ name, args }: Command) =>
  name === 'rm' || args.some(({ value }) => value === 'update' || value === 'clean');

export default rule({
  id: 'heredoc-instead-of-chain',
  on: 'dockerfile',
  title: 'Long RUNs are heredocs',
  severity: 'info',
  category: 'style',
  presets: [],
  also: ['tally/prefer-run-heredoc'],
  *check(file) {
    for (const run of file.instructions('RUN')) {
      if (run.json || run.heredocs.length > 0 || run.onbuild || run.interpreter.kind !== 'posix') continue;
      const top = run.commands.filter(({ depth, wrappers }) => depth === 0 && wrappers.length === 0);
      if (top.filter((one) => !tidies(one)).length < MANY || top.slice(1).some(({ before }) => before !== '&&')) continue;
      yield {
        at: run.keywordRange,
        message:
          'These commands hang together with `&&`. In a heredoc with `set -e` each stands on a line of its own, without anything at its end.',
        subject: `${file.subject(run.keywordRange)} ${top[0]?.name ?? ''} ${top[0]?.args[0]?.text ?? ''}`,
      };
    }
  },
});
