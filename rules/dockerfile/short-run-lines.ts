import { behindAnd, commandLines, type Dockerfile, type Instruction, isBegun, onOwnLines, type Range, rule } from '#rule';

export default rule<{ max: number }>({
  id: 'short-run-lines',
  on: 'dockerfile',
  title: 'Lines of RUN are short enough to read',
  severity: 'info',
  category: 'style',
  presets: ['strict'],
  fixes: 'safe',
  also: ['sonar-iac/S7020'],
  options: {
    properties: { max: { type: 'integer', minimum: 40, maximum: 1000, description: 'Characters of a line.', default: 120 } },
  },
  *check(file, { options: { max } }) {
    const { text } = file.source;
    for (const run of file.instructions('RUN')) {
      if (run.heredocs.length > 0 || !run.shell) continue;
      const line = sharedLine(file, run, max);
      if (line) {
        const edits = onOwnLines(
          file,
          run,
          behindAnd(run).filter(({ range }) => contains(line, range.start)),
        );
        yield {
          at: { start: line.start, end: Math.min(line.end, line.start + max) },
          message: `Several commands share this line of more than ${max} characters: a change in one of them is hard to see in a diff.`,
          fix: edits.length > 0 ? { title: 'Put each command on its own line', edits } : undefined,
        };
      }
      // An address cannot be broken, and few words are long ones.
      const long = commandLines(file, run).find(
        ({ range, words, length }) => length > max && words >= 7 && !text.slice(range.start, range.end).includes('://'),
      );
      if (long)
        yield {
          at: { start: long.range.start, end: long.range.start + max },
          message: `This command stands on one line and has more than ${max} characters: a change in it is hard to see in a diff.`,
        };
    }
  },
});

const contains = ({ start, end }: Range, offset: number) => start <= offset && offset < end;

/** The first line that is too long and that several commands share, without blanks around. */
function sharedLine(file: Dockerfile, run: Instruction, max: number): Range | null {
  for (let line = run.startLine; line <= run.endLine; line++) {
    const start = file.starts[line - 1] ?? 0;
    const end = Math.min(file.starts[line] ?? file.source.text.length, run.range.end);
    const text = file.source.text.slice(start, end).trimEnd();
    if (text.length <= max || !text.includes('&&')) continue;
    const begun = run.commands.filter((command) => isBegun(command) && contains({ start, end }, command.range.start));
    if (begun.length > 1) return { start: start + text.length - text.trimStart().length, end: start + text.length };
  }
  return null;
}
