import { type Instruction, rule } from '#rule';

const POWERSHELL = /^@?"?(?:powershell|pwsh)(?:\.exe)?"?\s/i;
const STOPS = /ErrorAction(?:Preference\s*=)?\s*['"]?Stop|-ErrorAction|\btry\s*\{/i;

/** A single command gives its own result. */
const SEVERAL = /[;\n][^;]*\S|&&/;

export default rule({
  id: 'powershell-stops-at-errors',
  on: 'dockerfile',
  title: 'PowerShell stops the build at errors',
  severity: 'warning',
  category: 'reliability',
  presets: ['strict'],
  also: ['tally/powershell/error-action-preference'],
  *check(file) {
    for (const { instructions } of file.stages) {
      const told = new Set<Instruction | null>();
      for (const { keyword, keywordRange, interpreter, text, heredocs } of instructions) {
        const inside = interpreter.kind === 'powershell' ? interpreter.words.join(' ') : POWERSHELL.test(text) ? text : null;
        if (
          keyword !== 'RUN' ||
          inside === null ||
          STOPS.test(inside) ||
          STOPS.test(text) ||
          told.has(interpreter.from) ||
          (heredocs.length === 0 && !SEVERAL.test(text))
        )
          continue;
        told.add(interpreter.from);
        yield {
          at: keywordRange,
          message:
            "PowerShell goes on behind a command that fails, so that the build succeeds without what it should have made. Begin with `$ErrorActionPreference = 'Stop';`, best in the SHELL instruction.",
          subject: `${file.subject(keywordRange)} ${text.slice(0, 80)}`,
        };
      }
    }
  },
});
