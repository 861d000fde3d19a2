import { commandSubject, replace, rule, unguarded } from '#rule';

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
      const edits = joined.flatMap(({ beforeRange: at, exact }) =>
        at && exact ? [replace(at, /\s/.test(text.charAt(at.start - 1)) ? '&&' : ' &&')] : [],
      );
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
