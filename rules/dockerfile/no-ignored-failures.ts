import { andThen, type Command, commandSubject, type Dockerfile, type ProposedEdit, replace, rule, unguarded } from '#rule';

/** `&&` in place of `;`, on a line of its own where both commands share one; `null` where that cannot be told. */
function asAnd(file: Dockerfile, { beforeRange: at, exact, range, instruction }: Command): ProposedEdit | null {
  if (!at || !exact) return null;
  const { text } = file.source;
  let { start } = at;
  while (/[ \t]/.test(text.charAt(start - 1))) start--;
  const beside = /[^\r\n]/.test(text.charAt(start - 1)) && /^[ \t]*$/.test(text.slice(at.end, range.start));
  if (beside && !instruction.onbuild) return replace({ start, end: range.start }, andThen(file, instruction));
  return replace(at, start < at.start ? '&&' : ' &&');
}

export default rule({
  id: 'no-ignored-failures',
  on: 'dockerfile',
  title: 'Commands of a RUN are joined so that a failure stops it',
  severity: 'info',
  category: 'reliability',
  presets: ['strict'],
  fixes: 'unsafe',
  *check(file) {
    const { text } = file.source;
    for (const run of file.instructions('RUN')) {
      if (run.heredocs.length > 0) continue;
      const joined = unguarded(file, run).filter(
        ({ beforeRange }) => beforeRange && text.slice(beforeRange.start, beforeRange.end) === ';',
      );
      const [first] = joined;
      if (!first?.beforeRange) continue;
      const edits = joined.flatMap((command) => asAnd(file, command) ?? []);
      yield {
        at: first.beforeRange,
        message: 'Behind `;` the build goes on when what stands before it has failed.',
        subject: commandSubject(file, first),
        fix:
          edits.length === joined.length
            ? { title: 'Join them with `&&`; the RUN stops then where one fails', edits }
            : undefined,
      };
    }
  },
});
