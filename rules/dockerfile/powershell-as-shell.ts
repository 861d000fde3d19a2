import { rule } from '#rule';

const POWERSHELL = /^@?"?(?:[\w:\\/.]{0,100}[\\/])?(?:powershell|pwsh)(?:\.exe)?"?\s+\S/i;

export default rule({
  id: 'powershell-as-shell',
  on: 'dockerfile',
  title: 'PowerShell is the shell, where every RUN is for it',
  severity: 'info',
  category: 'maintainability',
  presets: [],
  also: ['tally/powershell/prefer-shell-instruction'],
  *check(file) {
    for (const { instructions } of file.stages) {
      const [run, second] = instructions.filter(
        ({ keyword, interpreter, text, json }) =>
          keyword === 'RUN' && !json && interpreter.kind !== 'powershell' && POWERSHELL.test(text),
      );
      const [word] = run?.words ?? [];
      if (!run || !second || !word) continue;
      yield {
        at: word.range,
        message: `\`${word.text}\` is started by another shell in one RUN after the other, which reads the line first and takes quotes and \`$\` its own way. \`SHELL ["${word.text.replace(/\.exe$/i, '')}", "-Command"]\` lets PowerShell read it.`,
        subject: `${file.subject(run.keywordRange)} ${word.text}`,
      };
    }
  },
});
