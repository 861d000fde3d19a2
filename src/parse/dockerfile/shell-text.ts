// The text that a shell reads for an instruction: the shell form, with the heredocs behind it, or the script that a heredoc is.

import { type Joined, part, plain } from '../joined.ts';
import { heredocWord } from './heredocs.ts';
import type { InstructionNode } from './instruction.ts';
import { shellKind } from './interpreter.ts';
import type { Heredoc } from './model.ts';

const SHEBANG = /^#![ \t]*(\S+)(?:[ \t]+(?:-S[ \t]+)?(\S+))?/;

/** `null` where no shell reads anything: other instructions, the exec form, a heredoc for another interpreter. */
export function shellText(instruction: InstructionNode): Joined | null {
  const { outline, keyword, heredocs } = instruction;
  if (!['RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK'].includes(keyword) || instruction.json) return null;
  if (keyword === 'HEALTHCHECK' && !/^cmd\s/i.test(instruction.text)) return null;
  const form = part(outline.joined, instruction.bodyStart, outline.argumentsEnd);
  if (form.text === '') return null;
  const first = heredocs[0];
  if (keyword !== 'RUN' || !first) return form;
  return heredocs.length === 1 && heredocWord(form.text)
    ? script(outline.source, first)
    : withBodies(outline.source, form, heredocs);
}

/** `RUN <<EOF`: the body is the script, unless its first line names another interpreter. */
function script(source: string, heredoc: Heredoc): Joined | null {
  const body = plain(source, heredoc.body);
  const shebang = SHEBANG.exec(body.text);
  const program = shebang?.[1]?.endsWith('/env') ? shebang[2] : shebang?.[1];
  if (program !== undefined && shellKind(program) !== 'posix') return null;
  return { ...body, text: withoutReturns(body.text) };
}

/** `RUN cat <<EOF`: the shell sees the line, then the bodies. */
function withBodies(source: string, form: Joined, heredocs: readonly Heredoc[]): Joined {
  const inside = form.from.findLastIndex((start) => start < form.shift + form.text.length) + 1;
  const from = form.from.slice(0, inside);
  const to = form.to.slice(0, inside);
  let { text } = form;
  for (const { body, end } of heredocs) {
    const stop = end?.end ?? body.end;
    if (stop === body.start) continue;
    text += '\n';
    from.push(form.shift + text.length);
    to.push(body.start);
    text += withoutReturns(source.slice(body.start, stop));
  }
  return { text, from, to, shift: form.shift };
}

const withoutReturns = (text: string) => (text.includes('\r') ? text.replaceAll('\r\n', ' \n') : text);
