// `address:published:target/protocol` of a port in short syntax; ranges stand for as many ports.
// https://github.com/compose-spec/compose-spec/blob/main/05-services.md#ports

import { isIp } from '../../ip.ts';
import { code } from '../schema-words.ts';

export interface ShortPort {
  hostIp: string;
  target: number;
  published: string;
  protocol: string;
}

/** A string: why it is none, as a clause. At most `most` ports are spelt out. */
export function shortPorts(text: string, most: number): ShortPort[] | string {
  const parts = text.split(':');
  const [container = '', named] = (parts.pop() ?? '').split('/');
  const protocol = container === '' ? '' : (named || 'tcp').toLowerCase();
  const host = parts.pop() ?? '';
  const address = hostOf(parts.join(':'));
  if (address === null) return `${code(parts.join(':'))} is no IP address`;
  if (container === '') return 'the port of the container is missing';
  const inside = span(container);
  if (!inside || inside.from === 0) return `${code(container)} is no number from 1 to 65535`;
  const outside = host === '' ? null : span(host);
  if (outside === undefined) return `${code(host)} is no number up to 65535`;
  const count = inside.to - inside.from + 1;
  const differs = outside && outside.to - outside.from + 1 !== count;
  if (differs && count > 1) return `${code(host)} and ${code(container)} are ranges of different length`;
  if (!['tcp', 'udp', 'sctp'].includes(protocol)) return `${code(protocol)} is no protocol (\`tcp\`, \`udp\`, \`sctp\`)`;
  const ports: ShortPort[] = [];
  for (let at = 0; at < Math.min(count, most); at++) {
    const published = !outside ? '' : differs ? `${outside.from}-${outside.to}` : String(outside.from + at);
    ports.push({ hostIp: address, target: inside.from + at, published, protocol });
  }
  // Compose sorts them as texts.
  return ports.sort((a, b) => (`${a.target}/` < `${b.target}/` ? -1 : 1));
}

function hostOf(text: string): string | null {
  const bracketed = /^\[([^[\]]*)\]$/.exec(text)?.[1];
  if (bracketed !== undefined) return bracketed === '' || isIp(bracketed) ? bracketed : null;
  return text === '' || (!text.includes(':') && isIp(text)) ? text : null;
}

/** `undefined`: no port, and no range of ports. */
function span(text: string): { from: number; to: number } | undefined {
  const [first = '', last = first] = text.split('-');
  const [from, to] = [port(first), port(last)];
  return from === null || to === null || to < from ? undefined : { from, to };
}

function port(text: string): number | null {
  const value = /^[0-9]{1,20}$/.test(text) ? Number(text) : Number.NaN;
  return value <= 65_535 ? value : null;
}
