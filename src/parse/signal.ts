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

/** `SIGTERM` for `15`, `TERM`, `sigterm`; `null` for what is none, or a real-time signal by number. */
export function signalName(text: string): string | null {
  const bare = text.toUpperCase().replace(/^SIG/, '');
  if (/^RTM(?:IN(?:\+\d{1,2})?|AX(?:-\d{1,2})?)$/.test(bare)) return `SIG${bare}`;
  const name = /^\d{1,2}$/.test(bare) ? NAMES[Number(bare) - 1] : (ALIASES[bare] ?? NAMES.find((one) => one === bare));
  return name ? `SIG${name}` : null;
}
