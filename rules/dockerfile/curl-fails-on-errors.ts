import { commandSubject, downloads, insert, replace, rule } from '#rule';

const OPTIONS = /^-[sSLkgqROlN#]+[oO]?$/;

export default rule({
  id: 'curl-fails-on-errors',
  on: 'dockerfile',
  title: 'curl fails when the server answers with an error',
  severity: 'info',
  category: 'reliability',
  presets: ['strict'],
  fixes: 'unsafe',
  *check(file) {
    for (const { command, kept, checked } of downloads(file)) {
      if (command.name !== 'curl' || !kept || checked) continue;
      if (command.has('-f', '--fail', '--fail-with-body', '--fail-early', '-w', '--write-out', '-I', '--head', '-K', '--config'))
        continue;
      const [first] = command.args;
      const edit =
        first && OPTIONS.test(first.text)
          ? replace({ start: first.range.start, end: first.range.start + 1 }, '-f')
          : insert(command.nameRange.end, ' -f');
      yield {
        at: command.nameRange,
        message:
          'Without `-f` `curl` is content with any answer: the page that says "not found" is kept as if it were the file, and what uses it fails later or not at all.',
        subject: commandSubject(file, command),
        fix: command.exact
          ? { title: 'Add `-f`; the build stops then when the server answers with an error', edits: [edit] }
          : undefined,
      };
    }
  },
});
