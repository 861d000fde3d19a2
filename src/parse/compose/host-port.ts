// A number on the host for a port that has none there.
import type { Range } from '../../model.ts';
import type { Compose, Port, Service } from './model.ts';

/** Above those that only root may open: https://docs.kernel.org/networking/ip-sysctl.html#ip_unprivileged_port_start */
const UNPRIVILEGED = 1024;
/** 80 becomes 8080, and 443 becomes 8443. */
const SHIFT = 8000;

/** The edit that publishes it on this machine at its own number; `null` where that one is taken, cannot be told, or several containers would want it. */
export function withHostPort(file: Compose, service: Service, port: Port): { range: Range; text: string; number: number } | null {
  const { node, hostIp, target } = port;
  const ports = target?.ports;
  if (!ports || ports.from !== ports.to || node.kind !== 'scalar' || port.via || node.via || port.published) return null;
  if (service.get('deploy') || service.get('scale') || node.string.includes('$')) return null;
  const shifted = ports.from < UNPRIVILEGED;
  const number = ports.from + (shifted ? SHIFT : 0);
  // Ports that are in order have to stay so.
  if ((shifted && service.ports.length > 1) || isTaken(file, port, number)) return null;
  const written = node.string.slice(node.string.lastIndexOf(':') + 1);
  const quote = node.style === 'single' ? "'" : '"';
  return { range: node.range, text: `${quote}${hostIp?.text ?? '127.0.0.1'}:${number}:${written}${quote}`, number };
}

/** By another port that has it, or that would be given it first. */
function isTaken({ services }: Compose, port: Port, number: number): boolean {
  for (const { ports } of services)
    for (const other of ports) {
      if (other === port) continue;
      const { published, target } = other;
      if (published && (!published.ports || (published.ports.from <= number && number <= published.ports.to))) return true;
      const from = target?.ports?.from ?? -1;
      if (!published && (from === number || from + SHIFT === number)) return true;
    }
  return false;
}
