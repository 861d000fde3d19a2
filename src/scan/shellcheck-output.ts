// ShellCheck's JSON → remarks at offsets of the scripts. It counts characters, from 1, and a tab as one.
import type { ScriptRemark } from '../model.ts';
import { lineStarts, lineText } from '../text.ts';

interface Comment {
  file: string;
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
  level: ScriptRemark['level'];
  code: number;
  message: string;
}

const LEVELS: readonly unknown[] = ['error', 'warning', 'info', 'style'];
const LONGEST = 600;

/** By script; `null` where the output is not what it should be. Scripts are named by their numbers. */
export function readRemarks(output: string, scripts: readonly string[]): Record<string, ScriptRemark[]> | null {
  const comments = listIn(output);
  if (!comments) return null;
  const found = new Map<string, ScriptRemark[]>(scripts.map((script) => [script, []]));
  const starts = scripts.map(lineStarts);
  for (const comment of comments.filter(isComment)) {
    const script = scripts[Number(comment.file)];
    const lines = starts[Number(comment.file)];
    if (script === undefined || !lines) continue;
    const start = offset(script, lines, comment.line, comment.column);
    found.get(script)?.push({
      code: `SC${comment.code}`,
      level: comment.level,
      start,
      end: Math.max(start, offset(script, lines, comment.endLine, comment.endColumn)),
      message: comment.message.slice(0, LONGEST),
    });
  }
  return Object.fromEntries(found);
}

function listIn(output: string): readonly unknown[] | null {
  try {
    const { comments } = Object(JSON.parse(output)) as { comments?: unknown };
    return Array.isArray(comments) ? comments : null;
  } catch {
    return null;
  }
}

function isComment(value: unknown): value is Comment {
  const { file, line, column, endLine, endColumn, level, code, message } = Object(value) as Partial<
    Record<keyof Comment, unknown>
  >;
  return (
    typeof file === 'string' &&
    [line, column, endLine, endColumn, code].every((number) => Number.isSafeInteger(number) && Number(number) > 0) &&
    LEVELS.includes(level) &&
    typeof message === 'string'
  );
}

function offset(script: string, starts: readonly number[], line: number, column: number): number {
  const start = starts[line - 1];
  if (start === undefined) return script.length;
  const text = lineText(script, starts, line - 1);
  let units = 0;
  for (let left = column - 1; left > 0 && units < text.length; left--) units += (text.codePointAt(units) ?? 0) > 0xffff ? 2 : 1;
  return start + units;
}
