import { rule } from '#rule';

const POWERSHELL = /^@?"?(?:powershell|pwsh)(?:\.exe)?"?\s/i;
const WEB = /\b(?:Invoke-WebRequest|Invoke-RestMethod|iwr|irm|Expand-Archive)\b/i;
const QUIET = /ProgressPreference/i;

export default rule({
  id: 'powershell-without-progress',
  on: 'dockerfile',
  title: 'PowerShell downloads without drawing a progress bar',
  severity: 'info',
  category: 'performance',
  presets: ['strict'],
  also: ['tally/powershell/progress-preference'],
  *check(file) {
    for (const run of file.instructions('RUN')) {
      const { interpreter, range, words, keywordRange } = run;
      const text = file.source.text.slice(range.start, range.end);
      const shell = interpreter.words.join(' ');
      if (
        !(interpreter.kind === 'powershell' || POWERSHELL.test(run.text)) ||
        !WEB.test(text) ||
        QUIET.test(text) ||
        QUIET.test(shell)
      )
        continue;
      yield {
        at: words.find((word) => WEB.test(word.text))?.range ?? keywordRange,
        message:
          "`Invoke-WebRequest` redraws its progress bar for every block, which in Windows PowerShell makes large downloads many times slower. Begin with `$ProgressPreference = 'SilentlyContinue';`.",
        subject: `${file.subject(keywordRange)} ${text.slice(0, 80)}`,
      };
    }
  },
});
