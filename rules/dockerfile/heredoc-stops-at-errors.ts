import { insert, lineEnd, rule, scriptHeredoc, unguarded } from '#rule';

export default rule({
  id: 'heredoc-stops-at-errors',
  on: 'dockerfile',
  title: 'A script in a heredoc stops at errors',
  severity: 'warning',
  category: 'reliability',
  fixes: 'unsafe',
  *check(file) {
    for (const run of file.instructions('RUN')) {
      const heredoc = scriptHeredoc(run);
      const [second] = heredoc ? unguarded(file, run) : [];
      if (!heredoc || !second) continue;
      const { text } = file.source;
      const shebang = text.startsWith('#!', heredoc.body.start) ? text.indexOf('\n', heredoc.body.start) + 1 : heredoc.body.start;
      const indent = /^[\t ]*/.exec(text.slice(shebang, shebang + 80))?.[0] ?? '';
      yield {
        at: heredoc.word,
        message:
          'Only the last command decides whether this RUN fails: when one in front of it does, the build goes on as if it had not.',
        related: [{ at: second.nameRange, message: 'Runs whatever became of the commands above' }],
        fix: {
          title: 'Add `set -e`; the build stops then at the first command that fails',
          edits: [insert(shebang, `${indent}set -e${lineEnd(text)}`)],
        },
      };
    }
  },
});
