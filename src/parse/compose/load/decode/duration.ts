// Durations: `1m30s`, and days and weeks, as nanoseconds and back.

const UNITS: Readonly<Record<string, bigint>> = {
  ns: 1n,
  us: 1_000n,
  µs: 1_000n,
  μs: 1_000n,
  ms: 1_000_000n,
  s: 1_000_000_000n,
  m: 60_000_000_000n,
  h: 3_600_000_000_000n,
  d: 86_400_000_000_000n,
  w: 604_800_000_000_000n,
};
const MOST = 2n ** 63n;

/** `null`: no duration. https://github.com/xhit/go-str2duration */
export function nanoseconds(text: string): bigint | null {
  const unsigned = text.replace(/^[-+]/, '');
  if (unsigned === '0') return 0n;
  if (unsigned === '' || unsigned.length > 200) return null;
  let total = 0n;
  let rest = unsigned;
  while (rest !== '') {
    const [part, whole = '', , fraction = '', name = ''] = /^([0-9]*)(\.([0-9]*))?([^.0-9]+)/.exec(rest) ?? [];
    const unit = Object.hasOwn(UNITS, name) ? UNITS[name] : undefined;
    if (part === undefined || unit === undefined || whole + fraction === '') return null;
    total += BigInt(whole || '0') * unit;
    if (fraction) total += BigInt(Math.trunc(Number(`0.${fraction}`) * Number(unit)));
    if (total >= MOST) return null;
    rest = rest.slice(part.length);
  }
  return text.startsWith('-') ? -total : total;
}

/** As Go prints it: `1h0m0s`, `1.5s`, `200ms`. */
export function durationText(value: bigint): string {
  const [sign, size] = value < 0n ? ['-', -value] : ['', value];
  if (size === 0n) return '0s';
  const second = 1_000_000_000n;
  if (size < second) {
    const [unit, name] = size < 1_000n ? [1n, 'ns'] : size < 1_000_000n ? [1_000n, 'µs'] : [1_000_000n, 'ms'];
    return `${sign}${decimal(size, unit)}${name}`;
  }
  const seconds = decimal(size % (60n * second), second);
  const minutes = size / (60n * second);
  if (minutes === 0n) return `${sign}${seconds}s`;
  return minutes < 60n ? `${sign}${minutes}m${seconds}s` : `${sign}${minutes / 60n}h${minutes % 60n}m${seconds}s`;
}

function decimal(size: bigint, unit: bigint): string {
  const digits = String(unit).length - 1;
  const fraction = String(size % unit)
    .padStart(digits, '0')
    .replace(/0+$/, '');
  return digits === 0 || fraction === '' ? String(size / unit) : `${size / unit}.${fraction}`;
}
