import { commandSubject, downloads, insert, isOnlyKept, replace, rule, savedProgram } from '#rule';

const OPTIONS = /^-[sSLkgqROlN#]+[oO]?$/;

export default rule<{ files: 'programs' | 'all' }>({
  id: 'curl-fails-on-errors',
  on: 'dockerfile',
  title: 'curl fails when the server answers with an error',
  severity: 'info',
  category: 'reliability',
  fixes: 'unsafe',
  options: {
    properties: {
      files: {
        type: 'string',
        enum: ['programs', 'all'],
        description: 'Which downloads are told: programs that are made executable and not started in the same RUN, or all.',
        default: 'programs',
        wider: 'all',
      },
    },
  },
  *check(file, { options }) {
    if (options.files === 'programs' && isOnlyKept(file.path)) return;
    for (const { command, kept, checked } of downloads(file)) {
      if (command.name !== 'curl' || !kept || checked) continue;
      if (command.has('-f', '--fail', '--fail-with-body', '--fail-early', '-w', '--write-out', '-I', '--head', '-K', '--config'))
        continue;
      const program = savedProgram(command);
      if (options.files === 'programs' && program === null) continue;
      const [first] = command.args;
      const edit =
        first && OPTIONS.test(first.text)
          ? replace({ start: first.range.start, end: first.range.start + 1 }, '-f')
          : insert(command.nameRange.end, ' -f');
      yield {
        at: command.nameRange,
        message:
          program === null
            ? 'Without `-f` `curl` is content with any answer: the page that says "not found" is kept as if it were the file, and what uses it fails later or not at all.'
            : `Without \`-f\` \`curl\` is content with any answer: where the server says "not found", that page becomes \`${program.slice(0, 80)}\`, and nothing notices before somebody runs it.`,
        subject: commandSubject(file, command),
        fix: command.exact
          ? { title: 'Add `-f`; the build stops then when the server answers with an error', edits: [edit] }
          : undefined,
      };
    }
  },
});
