import { rule, untidy } from '#rule';

export default rule({
  id: 'formatted-heredocs',
  on: 'dockerfile',
  title: 'Heredocs are laid out as files are',
  severity: 'info',
  category: 'style',
  presets: [],
  also: ['tally/prefer-formatted-heredocs'],
  *check(file) {
    for (const instruction of file.instructions('RUN', 'COPY', 'ADD'))
      for (const heredoc of instruction.heredocs) {
        const found = untidy(file, instruction, heredoc);
        if (!found) continue;
        yield {
          at: found.range,
          message: `${found.what}. In a heredoc it can look as in a file of its own, and a change shows the lines that it changes.`,
          subject: `${file.subject(instruction.keywordRange)} ${instruction.text.slice(0, 80)}`,
        };
      }
  },
});
