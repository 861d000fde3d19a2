// EXPOSE with something that is no port: `[ip:][host port:]port[/protocol]`.
import { isIp } from '../../ip.ts';
import { type Check, quote } from './report.ts';

const PROTOCOLS = new Set(['', 'tcp', 'udp', 'sctp']);
const MAX_PORT = 65_535;

export const checkPorts: Check = (instruction, report, evaluate) => {
  if (instruction.keyword !== 'EXPOSE') return;
  for (const word of instruction.words) {
    const { value } = evaluate(word.text);
    const wrong = value?.split(/\s+/).find((port) => port !== '' && !isPort(port));
    if (wrong === undefined) continue;
    const becomes = word.text.includes('$') ? ` comes out as ${quote(wrong)}, which` : '';
    const hint = `Write a number from 0 to ${MAX_PORT} or a range, such as 8080, 53/udp or 7000-7010.`;
    report('invalid-port', word.range, `${quote(word.text)}${becomes} is no port.`, hint);
  }
};

function isPort(text: string): boolean {
  const last = text.lastIndexOf(':');
  const [container = '', protocol = ''] = cut(text.slice(last + 1), '/');
  const ports = portRange(container);
  if (!ports || !PROTOCOLS.has(protocol.toLowerCase())) return false;
  return last < 0 || isHostPart(text.slice(0, last), ports);
}

/** `host port`, or `ip:host port`. */
function isHostPart(text: string, ports: PortRange): boolean {
  const last = text.lastIndexOf(':');
  const address = text.slice(0, Math.max(last, 0));
  if (address !== '' && !isIp(address.replace(/^\[(.*)\]$/s, '$1'))) return false;
  const host = text.slice(last + 1);
  const hosts = portRange(host);
  return host === '' || (hosts !== null && (hosts.length === ports.length || ports.length === 1));
}

interface PortRange {
  length: number;
}

function portRange(text: string): PortRange | null {
  const [first = '', last = first] = cut(text, '-');
  const from = portNumber(first);
  const to = portNumber(last);
  return from === null || to === null || to < from ? null : { length: to - from + 1 };
}

const portNumber = (text: string) => (/^\+?\d+$/.test(text) && Number(text) <= MAX_PORT ? Number(text) : null);

function cut(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
