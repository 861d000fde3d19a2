// The operator's log: pino's JSON, redacted; or the same lines for people.
import process from 'node:process';
import { type Logger, pino } from 'pino';
import type { ServeSettings } from './environment.ts';
import { redact } from './redact.ts';

export type { Logger };

/** Never logged, wherever Probot or Octokit might put them. */
const SECRET = ['payload', 'event.payload', '*.headers.authorization', '*.*.headers.authorization'];

/** A JSON line → `12:00:00 info  message key=value`. */
function pretty(line: string): string {
  const { time, level, msg, pid: _pid, hostname: _hostname, ...fields } = JSON.parse(line) as Record<string, unknown>;
  const clock = new Date(Number(time)).toISOString().slice(11, 19);
  const label = (pino.levels.labels[Number(level)] ?? '').padEnd(5);
  const message = redact(JSON.stringify(msg ?? ''))
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replaceAll('\\\\', '\\');
  const rest = Object.entries(fields).map(([key, value]) => ` ${key}=${redact(JSON.stringify(value))}`);
  return `${clock} ${label} ${message}${rest.join('')}\n`;
}

/** Writes to standard output. */
export function createLog({ logLevel, logFormat }: Pick<ServeSettings, 'logLevel' | 'logFormat'>): Logger {
  const write = (line: string) => void process.stdout.write(logFormat === 'pretty' ? pretty(line) : redact(line));
  return pino({ level: logLevel, redact: { paths: SECRET, censor: '[redacted]' } }, { write });
}
