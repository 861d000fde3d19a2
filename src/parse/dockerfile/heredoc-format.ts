// What is untidy in a heredoc whose language its target or its first line tells: JSON, and scripts for a POSIX shell.
import type { Range } from '../../model.ts';
import type { Dockerfile, Heredoc, Instruction } from './model.ts';

export interface Untidy {
  readonly range: Range;
  readonly what: string;
}

const MAX_BODY = 64 * 1024;
const MAX_LINE = 4096;
const SHEBANG = /^#!\s*(?:\S*\/env\s+(?:-S\s+)?)?(?:\S*\/)?(\w+)/;
const SHELLS = /^(?:sh|bash|dash|ash|ksh|mksh|zsh|bats)$/;
/** A line that opens a block, and those that go on with it or close it. */
const OPENS = /^(?:if|for|while|until)\b.*\b(?:then|do)$|\)\s*\{$|^(?:then|do|else)$/;
const CLOSES = /^(?:fi|done|esac|else|elif|then|do|\})/;
/** Commands that share a line at its top level. */
const SHARED = /^(?!(?:if|for|while|until|case|function|\w+\s*\(\))\b)(?:[^;'"#\\(){}`]|'[^']*'|"[^"\\]*")*;\s*[^;\s#)]/;

export function untidy(file: Dockerfile, instruction: Instruction, heredoc: Heredoc): Untidy | null {
  const { start, end } = heredoc.body;
  const body = end - start > MAX_BODY ? '' : file.source.text.slice(start, end).replace(/\r\n/g, '\n');
  if (body.trim() === '') return null;
  const target = instruction.keyword === 'RUN' ? '' : ((instruction.json ?? instruction.words).at(-1)?.value ?? '');
  const range = { start: heredoc.word.start, end: heredoc.word.end };
  if (/\.json$/i.test(target)) return isLaidOut(body, heredoc.stripTabs) ? null : { range, what: 'This JSON is not laid out' };
  const what = isScript(instruction, body, target) ? inScript(body, heredoc.stripTabs) : null;
  return what === null ? null : { range, what };
}

/** A script that the shell in force runs, or that says so itself. */
function isScript(instruction: Instruction, body: string, target: string): boolean {
  const own = SHEBANG.exec(body)?.[1];
  if (own !== undefined) return SHELLS.test(own);
  if (instruction.keyword === 'RUN')
    return instruction.interpreter.kind === 'posix' && /^<<-?["']?\w+["']?$/.test(instruction.text.trim());
  return /\.sh$/.test(target);
}

/** With indents of two, four or a tab; what is no JSON, such as a template, is none of ours. */
function isLaidOut(body: string, stripTabs: boolean): boolean {
  const text = (stripTabs ? body.replace(/^\t+/gm, '') : body).trim();
  try {
    const value: unknown = JSON.parse(text);
    return [2, 4, '\t'].some((indent) => JSON.stringify(value, null, indent) === text);
  } catch {
    return true;
  }
}

function inScript(body: string, stripTabs: boolean): string | null {
  if (body.includes('<<')) return null;
  const lines = body.split('\n').filter((line) => line.trim() !== '');
  const first = lines.find((line) => !line.startsWith('#'));
  if (first && !stripTabs && /^[ \t]/.test(first)) return 'The script is indented as a whole';
  for (const [i, line] of lines.entries()) {
    if (line.length > MAX_LINE) continue;
    const continued = lines[i - 1]?.endsWith('\\');
    if (!continued && SHARED.test(line)) return `Several commands share the line \`${line.trim().slice(0, 40)}\``;
    const next = lines[i + 1] ?? '';
    const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
    const inner = /^[ \t]*/.exec(next)?.[0] ?? '';
    if (!continued && OPENS.test(line.trim()) && !CLOSES.test(next.trim()) && inner.length <= indent.length)
      return `What is inside of \`${line.trim().slice(0, 40)}\` is not indented`;
  }
  return null;
}
