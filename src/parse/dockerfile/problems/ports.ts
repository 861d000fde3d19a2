// EXPOSE with something that is no port.
import type { InstructionNode } from '../instruction.ts';
import type { Word } from '../model.ts';
import { quote, type Report } from './report.ts';

const PORT = /^(?:(\[[^\]]*\]|[^:]*):)?(?:([^:/]*):)?([^:/]*)(?:\/([^/]*))?$/;
const PROTOCOLS = new Set(['', 'tcp', 'udp', 'sctp']);

export function checkPorts(instruction: InstructionNode, report: Report): void {
  if (instruction.keyword !== 'EXPOSE') return;
  for (const word of instruction.words) {
    if (!word.text.includes('$') && !isPort(word)) {
      report(
        'invalid-port',
        word.range,
        `${quote(word.text)} is no port.`,
        'Write a number from 0 to 65535 or a range, such as 8080, 53/udp or 7000-7010.',
      );
    }
  }
}

function isPort({ value }: Word): boolean {
  const match = PORT.exec(value.trim());
  if (!match) return value === '';
  const [, , , container = '', protocol = ''] = match;
  return PROTOCOLS.has(protocol.toLowerCase()) && isRange(container);
}

function isRange(text: string): boolean {
  const [start = '', end = start, ...more] = text.split('-');
  return more.length === 0 && isNumber(start) && isNumber(end) && Number(start) <= Number(end);
}

const isNumber = (text: string) => /^\+?\d+$/.test(text) && Number(text) <= 65_535;
