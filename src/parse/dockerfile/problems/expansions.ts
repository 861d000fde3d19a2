// Texts in which a variable or a quote is written wrongly, or that require a variable without a value.
import type { Range } from '../../../model.ts';
import { type Fault, formOf } from '../expand.ts';
import { type ExpandedText, expandedTexts } from '../expanded.ts';
import { type Check, quote, type Report } from './report.ts';

export const checkExpansions: Check = (instruction, report, evaluate) => {
  for (const expandable of expandedTexts(instruction)) {
    const { text, range } = expandable;
    if (!/[$"']/.test(text)) continue;
    const form = formOf(expandable);
    const { fault, faultAt } = form.fault ? form : evaluate(expandable);
    if (fault) tell(fault, ...place(expandable, range, faultAt), report);
  }
};

/** A word as a whole; of the body of a heredoc, which is as it stands in the file, the line. */
function place({ text, quotes }: ExpandedText, range: Range, at: number): [string, Range] {
  if (quotes) return [text, range];
  const newline = text.indexOf('\n', at);
  const end = newline < 0 ? text.length : newline;
  return [text.slice(at, end), { start: range.start + at, end: range.start + end }];
}

function tell(fault: Fault, text: string, range: Range, report: Report): void {
  if (fault === 'quote') {
    const hint = 'Close it, or escape it if it is part of the value.';
    report('unclosed-quote', range, `A quote in ${quote(text)} is not closed.`, hint);
  } else if (fault === 'substitution') {
    const hint = `Write \${NAME} or \${NAME:-fallback}, or escape the "$" if it is part of the text.`;
    report('invalid-substitution', range, `Docker cannot read the variable in ${quote(text)}.`, hint);
  } else {
    const hint = 'Declare it with a value in front, or pass one with --build-arg.';
    report('required-variable', range, `${quote(text)} requires a variable that has no value.`, hint);
  }
}
