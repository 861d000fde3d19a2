import { ownLines, rule } from '#rule';

export default rule({
  id: 'one-command-a-line',
  on: 'dockerfile',
  title: 'Commands, mounts and labels have a line each',
  severity: 'info',
  category: 'style',
  presets: [],
  fixes: 'safe',
  also: ['tally/newline-per-chained-call'],
  *check(file) {
    for (const instruction of file.instructions('RUN', 'LABEL', 'HEALTHCHECK')) {
      const { keyword, keywordRange: at } = instruction;
      const edits = ownLines(file, instruction);
      if (edits.length === 0) continue;
      yield {
        at,
        message: `${edits.length + 1} parts of this ${keyword} share lines: a diff shows a change in one of them as a change in all.`,
        subject: `${file.subject(at)} ${instruction.text.slice(0, 80)}`,
        fix: { title: 'Put each on its own line', edits },
      };
    }
  },
});
