import { rule, writtenPart } from '#rule';

export default rule({
  id: 'no-texts-in-run',
  on: 'dockerfile',
  title: 'No RUN writes files with fixed text beside other commands',
  severity: 'info',
  category: 'maintainability',
  presets: [],
  also: ['tally/prefer-copy-heredoc'],
  *check(file) {
    for (const run of file.instructions('RUN')) {
      const part = writtenPart(file, run);
      if (!part) continue;
      yield {
        at: part.range,
        message: `\`${part.path}\` gets fixed text here. COPY with a heredoc writes it as it stands, and readers and tools see what is in the file.`,
        subject: `${file.subject(run.keywordRange)} ${part.path}`,
      };
    }
  },
});
