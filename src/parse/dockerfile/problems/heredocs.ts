// Heredocs that do not end, or stand where none can.
import { heredocWord } from '../heredocs.ts';
import type { InstructionNode } from '../instruction.ts';
import { quote, type Report } from './report.ts';

export function checkHeredocs(instruction: InstructionNode, report: Report): void {
  for (const { name, end, word } of instruction.heredocs) {
    if (!end)
      report(
        'unterminated-heredoc',
        word,
        `No line ends the heredoc ${quote(name)}.`,
        `Put a line with only ${name} behind its text.`,
      );
  }
  if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') return;
  const { words } = instruction;
  const destination = words.length > 1 ? words.at(-1) : undefined;
  if (destination?.text.includes('<<') && heredocWord(instruction.json ? destination.value : destination.text)) {
    report(
      'heredoc-destination',
      destination.range,
      `The destination of ${instruction.keyword} cannot be a heredoc.`,
      'Name a path behind it.',
    );
  }
}
