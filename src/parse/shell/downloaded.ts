// Whether what a download prints is run as a program: `curl … | sh`, `sh -c "$(curl …)"`, `bash <(curl …)`.
import type { Arg, Command } from './model.ts';

const INTERPRETER = /^(?:sh|bash|dash|ash|zsh|ksh|python[\d.]*|perl|ruby|node|php)$/;
const EVALUATES = /^(?:eval|source|\.|sh|bash|dash|ash|zsh|ksh|python[\d.]*|perl|ruby|node|php)$/;
const PASSES_ON = /^(?:tee|cat|sed|awk|tr|grep|gunzip|gzip|zcat|xz|bzip2|base64|head|tail|dos2unix|envsubst|iconv)$/;
const MAX_PIPE = 16;

/** The command that runs what `download` prints; `null` when nothing does. */
export function runnerOf(download: Command): Command | null {
  let next = download.pipedTo;
  for (let i = 0; next && i < MAX_PIPE && PASSES_ON.test(next.name); i++) next = next.pipedTo;
  if (next && INTERPRETER.test(next.name) && readsProgram(next)) return next;
  const inner = download.parent;
  const outer = inner?.name === '' ? inner.parent : inner;
  if (!outer || !EVALUATES.test(outer.name)) return null;
  return outer.args.some((arg) => substitutes(arg, download)) ? outer : null;
}

/** Its program comes from standard input: no script, no `-c` or `-m` or `-e`. */
function readsProgram({ name, args }: Command): boolean {
  for (const { value } of args) {
    if (value === '-' || value === '/dev/stdin') return true;
    if (value === null || !value.startsWith('-')) return false;
    if (/^-[a-z]*s$/.test(value) && !/^(?:python|perl|ruby|node|php)/.test(name)) return true;
    if (/^-[a-zA-Z]*[cmerRnpi]/.test(value) && !/^(?:sh|bash|dash|ash|zsh|ksh)$/.test(name)) return false;
    if (/^-[a-z]*c$/.test(value)) return false;
  }
  return true;
}

const substitutes = ({ text, range }: Arg, { range: inner }: Command) =>
  /^(?:"?\$\(|"?`|<\()/.test(text) && range.start <= inner.start && inner.end <= range.end;
