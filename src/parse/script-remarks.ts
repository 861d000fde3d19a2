// What ShellCheck said of the scripts of RUN, at its places in the file.
import type { Range, ScriptRemark } from '../model.ts';
import type { Dockerfile } from './dockerfile/model.ts';
import { shellScripts } from './shell-scripts.ts';

export interface PlacedRemark {
  readonly at: Range;
  readonly message: string;
  readonly code: string;
}

/** What a shell does not know (`SC3…`; `SC2240`: arguments of `.`, which BusyBox takes): told by the rule `no-bashisms` where the shell is known, but for these. For other shells ShellCheck can only guess. */
const FOREIGN = /^SC(?:3\d{3}|2240)$/;
const OF_DASH = new Set(['SC2240', 'SC3025', 'SC3028', 'SC3040', 'SC3045', 'SC3047', 'SC3050']);

/**
 * Remarks of these levels, without those whose code is left out; what is not in the file itself has no place.
 * `portable` adds what not every shell knows, of any level, where the base image does not tell which one /bin/sh is.
 */
export function scriptRemarks(
  file: Dockerfile,
  scan: ((script: string) => readonly ScriptRemark[]) | null,
  levels: readonly ScriptRemark['level'][],
  exclude: readonly string[],
  portable = false,
): PlacedRemark[] {
  if (!scan) return [];
  return shellScripts(file).flatMap((script) =>
    scan(script.text).flatMap(({ code, level, start, end, message }) => {
      const certain = !FOREIGN.test(code) || (script.text.startsWith('#!/bin/dash\n') && OF_DASH.has(code));
      const wanted = certain ? levels.includes(level) : portable && !script.known;
      const at = wanted && !exclude.includes(code) ? script.place(start, end) : null;
      return at ? [{ at, message: `${message.replace(/\.?$/, '.')} (${code})`, code: `shellcheck/${code}` }] : [];
    }),
  );
}
