// Published ports of a file that cannot be taken twice on one host.
import { defaultOf } from './interpolation.ts';
import type { Compose, Port, Service } from './model.ts';
import { runTogether } from './together.ts';

export interface Conflict {
  port: Port;
  service: Service;
  /** Who took it before. */
  earlier: { port: Port; service: Service };
  number: number;
  /** The engine takes any port of the range that is free, which may be this one. */
  chosen: boolean;
}

interface Taken {
  port: Port;
  service: Service;
  address: string;
}

/** The widest range that is looked at number by number. */
const WIDEST = 1000;
/** Numbers of one file that are looked at. */
const NUMBERS = 100_000;
const EVERYWHERE = new Set(['', '0.0.0.0', '::']);

/** In the order of the file; at the end ranges from which Docker chooses one port that is taken elsewhere. */
export function portConflicts(file: Compose): Conflict[] {
  const taken = new Map<string, Taken[]>();
  const conflicts: Conflict[] = [];
  const choices: (Taken & { span: { from: number; to: number } })[] = [];
  let left = NUMBERS;
  for (const service of file.services) {
    if (service.scalar('network_mode')?.string === 'host') continue;
    for (const port of service.ports) {
      const span = port.published?.ports;
      const address = defaultOf(port.hostIp?.text ?? '');
      const width = span ? span.to - span.from : 0;
      const target = port.target?.ports;
      if (!span || !target || address === undefined || width > WIDEST) continue;
      left -= width + 1;
      if (left < 0) return conflicts;
      if (target.to - target.from !== width) {
        if (target.to === target.from) choices.push({ port, service, address, span });
        continue;
      }
      let told = false;
      for (let number = span.from; number <= span.to; number++) {
        const key = `${number}/${port.protocol}`;
        const all = taken.get(key) ?? [];
        const earlier = all.find((one) => meets(one.address, address) && runTogether(one.service, service));
        if (earlier && !told) conflicts.push({ port, service, earlier, number, chosen: false });
        told ||= earlier !== undefined;
        // What a few hold already need not be compared with all others.
        if (all.length < 8) taken.set(key, [...all, { port, service, address }]);
      }
    }
  }
  for (const { port, service, address, span } of choices) {
    for (let number = span.from; number <= span.to; number++) {
      const others = taken.get(`${number}/${port.protocol}`);
      const earlier = others?.find((one) => meets(one.address, address) && runTogether(one.service, service));
      if (!earlier) continue;
      conflicts.push({ port, service, earlier, number, chosen: true });
      break;
    }
  }
  return conflicts;
}

const meets = (a: string, b: string): boolean => a === b || EVERYWHERE.has(a) || EVERYWHERE.has(b);
