import { remove, rule } from '#rule';

const isPlain = (script: string): boolean => !script.includes('<<') && !script.trimStart().startsWith('#!');

export default rule<{ max: number }>({
  id: 'no-multiple-empty-lines',
  on: 'dockerfile',
  title: 'At most one empty line stands between two others',
  severity: 'info',
  category: 'style',
  presets: ['strict'],
  fixes: 'safe',
  also: ['tally/no-multiple-empty-lines'],
  options: {
    properties: { max: { type: 'integer', minimum: 1, maximum: 10, description: 'Empty lines in a row.', default: 1 } },
  },
  *check(file, { options: { max } }) {
    const { text } = file.source;
    const isEmpty = (line: number) => text.slice(file.starts[line], file.starts[line + 1] ?? text.length).trim() === '';
    // Scripts for the shell may lose empty lines; files, and scripts for others, may mean them.
    const inHeredoc = (offset: number) => {
      const instruction = file.instructionAt(offset);
      const heredoc = instruction?.heredocs.find(({ body }) => body.start <= offset && offset < body.end);
      return heredoc && !(instruction?.shell && isPlain(text.slice(heredoc.body.start, heredoc.body.end)));
    };
    for (let line = 0; line < file.starts.length; line++) {
      let next = line;
      while (next < file.starts.length && isEmpty(next)) next++;
      const allowed = line === 0 ? 0 : max;
      const start = file.starts[line + allowed];
      const end = file.starts[next];
      // Those at the end of the file are told by the rule `final-newline`.
      if (next - line > allowed && start !== undefined && end !== undefined && end < text.length && !inHeredoc(start))
        yield {
          at: { start, end: start },
          message: `${next - line === 1 ? 'An empty line stands' : `${next - line} empty lines stand`} ${allowed === 0 ? 'at the beginning' : 'here in a row'}.`,
          subject: `empty ${text
            .slice(end, end + 60)
            .split('\n')[0]
            ?.trim()}`,
          fix: { title: allowed === 0 ? 'Remove them' : `Keep ${max}`, edits: [remove({ start, end })] },
        };
      line = Math.max(line, next - 1);
    }
  },
});
