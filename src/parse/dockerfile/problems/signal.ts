// STOPSIGNAL with something that is no signal.
import { type Check, quote } from './report.ts';

const NAMES = new Set(
  (
    'ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP TSTP ' +
    'TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ RTMIN RTMAX'
  ).split(' '),
);
const REALTIME = /^(?:RTMIN\+(?:[1-9]|1[0-5])|RTMAX-(?:[1-9]|1[0-4]))$/;

export const checkSignal: Check = (instruction, report, evaluate) => {
  const word = instruction.keyword === 'STOPSIGNAL' ? instruction.words[0] : undefined;
  const value = word ? evaluate(word.text).value : null;
  if (!word || value === null || isSignal(value)) return;
  const becomes = word.text.includes('$') ? ` comes out as ${quote(value)}, which` : '';
  report(
    'invalid-signal',
    word.range,
    `${quote(word.text)}${becomes} is no signal.`,
    'Write a name such as SIGTERM, or its number.',
  );
};

function isSignal(text: string): boolean {
  if (/^[-+]?\d+$/.test(text)) return Number(text) !== 0;
  const name = text.toUpperCase().replace(/^SIG/, '');
  return NAMES.has(name) || REALTIME.test(name);
}
