// Parser directives: `# escape=…`, `# syntax=…`, `# check=…` in the first lines, before anything else.
import type { Directive, SyntaxProblem } from './model.ts';
import { skipSpace } from './space.ts';

export interface DirectiveState {
  open: boolean;
  escape: '\\' | '`';
  readonly found: Directive[];
  readonly problems: SyntaxProblem[];
}

export function directiveState(): DirectiveState {
  return { open: true, escape: '\\', found: [], problems: [] };
}

const NAMES = ['syntax', 'escape', 'check'] as const;
const HEAD = /^([a-zA-Z][a-zA-Z0-9]*)[\t\n\f\r ]*=[\t\n\f\r ]*/;

/** Looks at the line `[start, end)` (blanks in front cut off); `true` when it is a directive. The first line that is none ends them all. */
export function readDirective(state: DirectiveState, text: string, start: number, end: number): boolean {
  const inner = text[start] === '#' && start < end ? skipSpace(text, start + 1, end) : end;
  const line = text.slice(inner, end);
  const head = HEAD.exec(line);
  const name = NAMES.find((known) => known === head?.[1]?.toLowerCase());
  let stop = line.length;
  while (stop > 0 && '\t\n\f\r '.includes(line[stop - 1] ?? 'x')) stop--;
  const blank = head !== null && stop < head[0].length && line.length === head[0].length && !/=$/.test(line);
  const length = (head?.[0].length ?? 0) - (blank ? 1 : 0);
  if (blank) stop = line.length;
  if (!head || !name || stop <= length) {
    state.open = false;
    return false;
  }
  const directive: Directive = {
    name,
    value: line.slice(length, stop),
    valueRange: { start: inner + length, end: inner + stop },
    range: { start, end: inner + stop },
  };
  accept(state, directive);
  return true;
}

function accept(state: DirectiveState, directive: Directive): void {
  const { name, value } = directive;
  if (state.found.some((earlier) => earlier.name === name)) {
    state.problems.push({
      code: 'duplicate-directive',
      range: directive.range,
      message: `The ${name} directive is given twice; Docker refuses the file.`,
      hint: 'Keep one of the two.',
    });
    return;
  }
  state.found.push(directive);
  if (name !== 'escape') return;
  if (value === '`' || value === '\\') state.escape = value;
  else {
    state.problems.push({
      code: 'invalid-escape',
      range: directive.valueRange,
      message: `The escape character cannot be \`${value}\`.`,
      hint: 'Use ` or \\.',
    });
  }
}
