// Durations as Go reads them: `1m30s`, `500ms`.

const NANOSECONDS: Readonly<Record<string, number>> = { ns: 1, us: 1e3, µs: 1e3, μs: 1e3, ms: 1e6, s: 1e9, m: 60e9, h: 3600e9 };
const WHOLE = /^[-+]?(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+$/;
const PART = /(\d+\.?\d*|\.\d+)(ns|us|µs|μs|ms|s|m|h)/g;
const MAX_LENGTH = 128;

/** Length in nanoseconds; `null` when it is no duration. */
export function goDuration(text: string): number | null {
  if (/^[-+]?0$/.test(text)) return 0;
  if (text.length > MAX_LENGTH || !WHOLE.test(text)) return null;
  let sum = 0;
  for (const [, amount, unit] of text.matchAll(PART)) sum += Number(amount) * (NANOSECONDS[unit ?? ''] ?? 0);
  return text.startsWith('-') ? -sum : sum;
}
