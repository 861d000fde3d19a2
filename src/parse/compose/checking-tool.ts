// The program by which a health check asks an address: curl or wget, where the check stands and falls with it.
import type { Range } from '../../model.ts';
import type { Tool } from '../known-tools.ts';
import type { Service } from './model.ts';
import { partOf } from './part.ts';

/** `null`: another program, more than one of these, or a disabled check. */
export function checkingTool(service: Service, text: string): { tool: Tool; range: Range; via?: Range } | null {
  const { healthcheck } = service;
  const [first, ...rest] = healthcheck?.words ?? [];
  if (!healthcheck || healthcheck.disabled || !first) return null;
  const whole = [first, ...rest].map(({ string }) => string).join(' ');
  const match = healthcheck.form === 'cmd' ? /^(curl|wget)$/.exec(first.string) : /^\s*(curl|wget)(?=\s)/.exec(first.string);
  const tool = match?.[1] as Tool | undefined;
  // `curl … || wget …` tries both.
  if (!match || !tool || whole.includes(tool === 'curl' ? 'wget' : 'curl')) return null;
  const start = match[0].length - tool.length;
  const { range, via } = partOf(first, text, start, start + tool.length);
  return { tool, range, ...(via && { via }) };
}
