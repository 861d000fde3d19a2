// STOPSIGNAL with something that is no signal.
import type { InstructionNode } from '../instruction.ts';
import { quote, type Report } from './report.ts';

const NAMES = new Set(
  (
    'ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP TSTP ' +
    'TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ RTMIN RTMAX'
  ).split(' '),
);
const REALTIME = /^(?:RTMIN\+(?:[1-9]|1[0-5])|RTMAX-(?:[1-9]|1[0-4]))$/;

export function checkSignal(instruction: InstructionNode, report: Report): void {
  const word = instruction.keyword === 'STOPSIGNAL' ? instruction.words[0] : undefined;
  if (!word || word.text.includes('$')) return;
  const name = word.value.toUpperCase().replace(/^SIG/, '');
  const valid = /^[-+]?\d+$/.test(word.value) ? Number(word.value) !== 0 : NAMES.has(name) || REALTIME.test(name);
  if (!valid)
    report('invalid-signal', word.range, `${quote(word.text)} is no signal.`, 'Write a name such as SIGTERM, or its number.');
}
