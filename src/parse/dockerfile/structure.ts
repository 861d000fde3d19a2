// The structural pass: lines → directives, comments, instructions with their heredocs.
import { directiveState, readDirective } from './directives.ts';
import { splitFlags } from './flags.ts';
import { announced, readBodies } from './heredocs.ts';
import { InstructionNode, type Outline } from './instruction.ts';
import { advance, type Cursor, commentAt, joinLines, type LogicalLine, lineCursor } from './lines.ts';
import type { Comment, Directive, Instruction, SyntaxProblem } from './model.ts';
import { findBlank, skipBlank, skipSpace, trimSpace } from './space.ts';

export interface Structure {
  readonly escape: '\\' | '`';
  readonly directives: readonly Directive[];
  readonly comments: readonly Comment[];
  readonly instructions: readonly InstructionNode[];
  /** Problems of directives. */
  readonly problems: readonly SyntaxProblem[];
}

/** One pass over the text. */
export function readStructure(text: string): Structure {
  const cursor = lineCursor(text);
  const directives = directiveState();
  const comments: Comment[] = [];
  const instructions: InstructionNode[] = [];
  while (advance(cursor)) {
    const first = skipSpace(text, cursor.start, cursor.end);
    if (directives.open && readDirective(directives, text, first, cursor.end)) continue;
    if (first === cursor.end) continue;
    if (text.charCodeAt(first) === 35) {
      comments.push(commentAt(text, first, cursor.end));
      continue;
    }
    const line = joinLines(cursor, first, directives.escape.charCodeAt(0));
    for (const comment of line.comments) comments.push(comment);
    instructions.push(readInstruction(cursor, line, directives.escape));
  }
  return { escape: directives.escape, directives: directives.found, comments, instructions, problems: directives.problems };
}

function readInstruction(cursor: Cursor, line: LogicalLine, escapeChar: string): InstructionNode {
  const { joined } = line;
  const start = skipSpace(joined.text, 0, joined.text.length);
  const end = trimSpace(joined.text, start, joined.text.length);
  const instruction = new InstructionNode(outlineOf(cursor.text, line, escapeChar, start, end, null));
  const { keyword, outline } = instruction;
  if (keyword === 'ONBUILD' && outline.argumentsStart < end) {
    instruction.trigger = new InstructionNode(outlineOf(cursor.text, line, escapeChar, outline.argumentsStart, end, instruction));
  }
  const runner = instruction.trigger ?? instruction;
  if (['RUN', 'COPY', 'ADD'].includes(runner.keyword) && joined.text.includes('<<') && !runner.json) {
    runner.heredocs = instruction.heredocs = readBodies(cursor, announced(joined));
  }
  const last = instruction.heredocs.at(-1);
  instruction.end = last ? (last.end?.end ?? last.body.end) : cursor.end;
  instruction.endLine = cursor.line;
  if (instruction.trigger) {
    instruction.trigger.end = instruction.end;
    instruction.trigger.endLine = instruction.endLine;
  }
  return instruction;
}

function outlineOf(
  source: string,
  line: LogicalLine,
  escapeChar: string,
  start: number,
  end: number,
  onbuild: Instruction | null,
): Outline {
  const { joined } = line;
  const keywordEnd = findBlank(joined.text, start, end);
  const { flags, rest } = splitFlags(joined, skipBlank(joined.text, keywordEnd, end), end, escapeChar.charCodeAt(0));
  return {
    source,
    joined,
    escapeChar,
    keywordStart: start,
    keywordEnd,
    flags,
    argumentsStart: Math.min(rest, end),
    argumentsEnd: end,
    startLine: line.startLine,
    comments: line.comments,
    emptyLines: line.emptyLines,
    onbuild,
  };
}
