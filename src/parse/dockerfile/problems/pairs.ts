// `NAME=value` pairs of ENV, LABEL and ARG that are incomplete.
import type { InstructionNode } from '../instruction.ts';
import { quotedSpans, wordAt } from '../words.ts';
import { quote, type Report } from './report.ts';

const KEYWORDS = new Set(['ARG', 'ENV', 'LABEL']);

export function checkPairs(instruction: InstructionNode, report: Report): void {
  const node = instruction.trigger ?? instruction;
  const { keyword } = node;
  if (!KEYWORDS.has(keyword)) return;
  if (keyword !== 'ARG') checkForm(node, report);
  if (node !== instruction) return;
  for (const { name, value, range } of node.pairs) {
    if (name.text === '' && value)
      report('blank-name', range, `${keyword} has a value without a name.`, 'Write a name in front of "=".');
  }
}

/** The first word says whether it is `NAME value` or `NAME=value …`. */
function checkForm(node: InstructionNode, report: Report): void {
  const { joined, argumentsStart, argumentsEnd, escapeChar } = node.outline;
  const [first, ...others] = quotedSpans(joined.text, argumentsStart, argumentsEnd, escapeChar.charCodeAt(0));
  if (!first) return;
  if (node.pairs.length === 0) {
    report('invalid-pair', node.arguments, `${node.keyword} gives ${quote(node.text)} no value.`, 'Write it as NAME=value.');
  }
  if (node.pairs[0]?.legacy !== false) return;
  for (const span of others) {
    const word = wordAt(joined, span, escapeChar);
    if (word.text.includes('=')) continue;
    report('invalid-pair', word.range, `${quote(word.text)} has no "=".`, 'Write NAME=value, and quote values that have blanks.');
  }
}
