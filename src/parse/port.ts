// The short syntax of published ports: `[[host-ip:]published:]target[/protocol]`.
// https://github.com/compose-spec/compose-spec/blob/main/05-services.md#short-syntax-4
import type { Range } from '../model.ts';
import { separate } from './separate.ts';

/** Ranges into the given text. */
export interface PortText {
  hostIp: Range | null;
  /** `null` when it is not given, or given as nothing (`127.0.0.1::80`). */
  published: Range | null;
  target: Range;
  protocol: Range | null;
}

/** Splits only; whether the pieces are numbers and addresses is for `portSpan` and the caller. */
export function parsePort(text: string): PortText {
  const slash = separate(text, '/');
  const head = slash[0] ?? { start: 0, end: text.length };
  const protocol = slash[1] ? { start: slash[1].start, end: text.length } : null;
  const pieces = separate(text.slice(0, head.end), ':');
  const target = pieces.at(-1) ?? head;
  const published = pieces.at(-2) ?? null;
  const address = pieces.length > 2 ? { start: 0, end: (pieces.at(-3) ?? head).end } : null;
  return {
    hostIp: address && address.end > 0 ? withoutBrackets(text, address) : null,
    published: published && published.end > published.start ? published : null,
    target,
    protocol,
  };
}

/** `80` or `8000-8010` as first and last; `null` when it is neither, or beyond 65535. */
export function portSpan(text: string): { from: number; to: number } | null {
  const match = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(text);
  if (!match) return null;
  const from = Number(match[1]);
  const to = Number(match[2] ?? match[1]);
  return from <= to && to <= 65_535 ? { from, to } : null;
}

function withoutBrackets(text: string, { start, end }: Range): Range {
  return text[start] === '[' && text[end - 1] === ']' ? { start: start + 1, end: end - 1 } : { start, end };
}
