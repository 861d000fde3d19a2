import { remove, rule } from '#rule';

export default rule({
  id: 'no-trailing-spaces',
  on: 'dockerfile',
  title: 'No line ends with blanks',
  severity: 'info',
  category: 'style',
  presets: ['strict'],
  fixes: 'safe',
  also: ['tally/no-trailing-spaces', 'dockerlint/no_trailing_spaces'],
  *check(file) {
    const { text } = file.source;
    const bodies = file.all
      .flatMap(({ heredocs, trigger }) => [...heredocs, ...(trigger?.heredocs ?? [])])
      .map(({ body }) => body);
    let body = 0;
    for (const [line, start] of file.starts.entries()) {
      const end = file.starts[line + 1] ?? text.length;
      const content = text.slice(start, end).replace(/\r?\n$/, '');
      const kept = content.trimEnd();
      while ((bodies[body]?.end ?? Number.POSITIVE_INFINITY) <= start) body++;
      // In a heredoc blanks may belong to a file, and behind an escaped blank they are part of a word.
      if (kept.length === content.length || start >= (bodies[body]?.start ?? Number.POSITIVE_INFINITY)) continue;
      const instruction = file.instructionAt(start);
      if (kept.endsWith('\\') && file.escape === '`' && instruction) continue;
      const at = { start: start + kept.length, end: start + content.length };
      yield {
        at,
        message: 'Blanks stand at the end of this line, where nobody sees them.',
        subject: `blanks ${kept.trim().slice(-60)}`,
        fix: { title: 'Remove them', edits: [remove(at)] },
      };
    }
  },
});
