// Which published ports every machine that reaches the host can reach.
import type { Range } from '../../model.ts';
import { defaultOf, isInterpolated } from './interpolation.ts';
import type { Compose, Port, Service } from './model.ts';

const EVERYWHERE: ReadonlySet<string> = new Set(['', '0.0.0.0', '::', '[::]', '*', '0:0:0:0:0:0:0:0']);
/** A variable that is called after a port holds one, and no address. */
const PORT_VARIABLE = /^\$\{?[A-Za-z_]\w{0,100}(?<=port)\}?$/i;

/** The ports of a service that are published without an address or on all addresses; not those where the environment decides. */
export function openPorts(service: Service): Port[] {
  const mode = service.scalar('network_mode')?.string;
  return mode === 'host' || mode === 'none' ? [] : service.ports.filter(isOpen);
}

function isOpen({ short, hostIp, published, target, node }: Port): boolean {
  if (!target?.ports && !(target && published?.ports)) return false;
  // What a variable without default stands for may bring its own address, and so does what is no port.
  if (published && !published.ports && published.text !== '' && !PORT_VARIABLE.test(published.text)) return false;
  if (!hostIp) return published !== null || !short || (node.kind === 'scalar' && !isInterpolated(node.string));
  const address = defaultOf(hostIp.text);
  return address !== undefined && EVERYWHERE.has(address);
}

/** Writes the loopback address in front of a port in short syntax, or in place of the one that is there; `null` behind aliases and variables. */
export function boundToLoopback(file: Compose, port: Port): { range: Range; text: string } | null {
  const { node, short, hostIp, published, via } = port;
  if (via || node.kind !== 'scalar' || !short || !(published ?? port.target)) return null;
  const content = node.style === 'plain' ? node.range.start : node.range.start + 1;
  if (!file.source.text.startsWith(node.string, content)) return null;
  if (hostIp) return isInterpolated(hostIp.text) || hostIp.text === '' ? null : { range: hostIp.range, text: '127.0.0.1' };
  const address = published ? '127.0.0.1:' : '127.0.0.1::';
  // In quotes nobody has to know which ports of YAML 1.1 are numbers.
  if (node.style === 'plain') return { range: node.range, text: `"${address}${node.string}"` };
  return { range: { start: content, end: content }, text: address };
}
