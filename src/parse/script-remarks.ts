// What ShellCheck said of the scripts of RUN, at its places in the file.
import type { Range, ScriptRemark } from '../model.ts';
import type { Dockerfile } from './dockerfile/model.ts';
import { shellScripts } from './shell-scripts.ts';

export interface PlacedRemark {
  readonly at: Range;
  readonly message: string;
  readonly code: string;
}

/** Remarks of these levels, without those whose code is left out; what is not in the file itself has no place. */
export function scriptRemarks(
  file: Dockerfile,
  scan: ((script: string) => readonly ScriptRemark[]) | null,
  levels: readonly ScriptRemark['level'][],
  exclude: readonly string[],
): PlacedRemark[] {
  if (!scan) return [];
  return shellScripts(file).flatMap((script) =>
    scan(script.text).flatMap(({ code, level, start, end, message }) => {
      const at = levels.includes(level) && !exclude.includes(code) ? script.place(start, end) : null;
      return at ? [{ at, message: `${message.replace(/\.?$/, '.')} (${code})`, code: `shellcheck/${code}` }] : [];
    }),
  );
}
