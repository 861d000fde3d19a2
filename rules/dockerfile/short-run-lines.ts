import { behindAnd, onOwnLines, rule } from '#rule';

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
    for (const run of file.instructions('RUN')) {
      if (run.heredocs.length > 0 || !run.shell) continue;
      for (let line = run.startLine; line <= run.endLine; line++) {
        const start = file.starts[line - 1] ?? 0;
        const end = Math.min(file.starts[line] ?? file.source.text.length, run.range.end);
        const text = file.source.text.slice(start, end).trimEnd();
        const begun = run.commands.filter(
          ({ depth, wrappers, before, range }) =>
            depth === 0 && wrappers.length === 0 && before !== '|' && range.start >= start && range.start < end,
        );
        const several = text.includes('&&') && begun.length > 1;
        // An address cannot be broken, and few words are long ones.
        if (text.length <= max || (!several && (text.includes('://') || text.trim().split(/\s+/).length < 7))) continue;
        const commands = behindAnd(run).filter(({ range }) => range.start >= start && range.start < end);
        const edits = several ? onOwnLines(file, run, commands) : [];
        const from = start + text.length - text.trimStart().length;
        yield {
          at: { start: from, end: from + Math.min(max, text.trim().length) },
          message: `${several ? 'Several commands share this' : 'This is a'} line of more than ${max} characters: a change in ${several ? 'one of them' : 'it'} is hard to see in a diff.`,
          fix: edits.length > 0 ? { title: 'Put each command on its own line', edits } : undefined,
        };
        break;
      }
    }
  },
});
