// Names and numbers of signals as Linux has them on x86 and ARM: signal(7).
const NAMES = [
  'HUP',
  'INT',
  'QUIT',
  'ILL',
  'TRAP',
  'ABRT',
  'BUS',
  'FPE',
  'KILL',
  'USR1',
  'SEGV',
  'USR2',
  'PIPE',
  'ALRM',
  'TERM',
  'STKFLT',
  'CHLD',
  'CONT',
  'STOP',
  'TSTP',
  'TTIN',
  'TTOU',
  'URG',
  'XCPU',
  'XFSZ',
  'VTALRM',
  'PROF',
  'WINCH',
  'IO',
  'PWR',
  'SYS',
];
const ALIASES: Readonly<Record<string, string>> = { IOT: 'ABRT', CLD: 'CHLD', POLL: 'IO' };

/** With the C library of GNU, which keeps the first two for itself. */
const RTMIN = 34;
const RTMAX = 64;

/** `SIGTERM` for `15`, `TERM`, `sigterm`; `null` for what is none. */
export function signalName(text: string): string | null {
  const bare = text.toUpperCase().replace(/^SIG/, '');
  if (/^RTM(?:IN(?:\+\d{1,2})?|AX(?:-\d{1,2})?)$/.test(bare)) return `SIG${bare}`;
  const number = /^\d{1,2}$/.test(bare) ? Number(bare) : 0;
  if (number >= RTMIN && number <= RTMAX)
    return number - RTMIN > 15
      ? `SIGRTMAX${number < RTMAX ? number - RTMAX : ''}`
      : `SIGRTMIN${number > RTMIN ? `+${number - RTMIN}` : ''}`;
  const name = number > 0 ? NAMES[number - 1] : (ALIASES[bare] ?? NAMES.find((one) => one === bare));
  return name ? `SIG${name}` : null;
}
