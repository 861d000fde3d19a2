// Words in which a variable or a quote is written wrongly, for the instructions whose words BuildKit expands.
import type { Range } from '../../../model.ts';
import { expansionFault } from '../expand.ts';
import type { InstructionNode } from '../instruction.ts';
import type { Word } from '../model.ts';
import { quote, type Report } from './report.ts';

const EXPANDED = new Set(['ADD', 'COPY', 'EXPOSE', 'STOPSIGNAL', 'USER', 'VOLUME', 'WORKDIR']);
const EXPANDED_FLAGS = new Set(['platform', 'chown', 'chmod', 'checksum', 'exclude']);

export function checkExpansions(instruction: InstructionNode, report: Report): void {
  const { json } = instruction;
  for (const word of expandedWords(instruction)) checkText(instruction, json ? word.value : word.text, word.range, report);
  for (const { name, value, range } of instruction.flags) {
    if (value !== null && EXPANDED_FLAGS.has(name)) checkText(instruction, value, range, report);
  }
}

function expandedWords(instruction: InstructionNode): readonly Word[] {
  const { keyword, pairs, words } = instruction;
  if (keyword === 'FROM') return words.slice(0, 1);
  if (keyword === 'ARG') return pairs.flatMap(({ value }) => value ?? []);
  if (keyword === 'ENV' || keyword === 'LABEL') {
    if (keyword === 'LABEL' && pairs[0]?.legacy) return [];
    return pairs.flatMap(({ name, value }) => [name, value ?? []].flat());
  }
  if (!EXPANDED.has(keyword)) return [];
  return words.filter(({ text }) => !text.includes('<<'));
}

function checkText(instruction: InstructionNode, text: string, range: Range, report: Report): void {
  if (!/[$"']/.test(text)) return;
  const fault = expansionFault(text, instruction.outline.escapeChar);
  if (fault === 'quote') {
    report(
      'unclosed-quote',
      range,
      `A quote in ${quote(text)} is not closed.`,
      'Close it, or escape it if it is part of the value.',
    );
  } else if (fault === 'substitution') {
    const hint = `Write \${NAME} or \${NAME:-fallback}, or escape the "$" if it is part of the text.`;
    report('invalid-substitution', range, `Docker cannot read the variable in ${quote(text)}.`, hint);
  }
}
