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

/** In the order of the file. A range from which Docker chooses one port takes none for certain. */
export function portConflicts(file: Compose): Conflict[] {
  const taken = new Map<string, Taken[]>();
  const conflicts: Conflict[] = [];
  let left = NUMBERS;
  for (const service of file.services) {
    if (service.scalar('network_mode')?.string === 'host') continue;
    for (const port of service.ports) {
      const span = port.published?.ports;
      const address = defaultOf(port.hostIp?.text ?? '');
      const width = span ? span.to - span.from : 0;
      const target = port.target?.ports;
      if (!span || !target || address === undefined || width > WIDEST || target.to - target.from !== width) continue;
      left -= width + 1;
      if (left < 0) return conflicts;
      let told = false;
      for (let number = span.from; number <= span.to; number++) {
        const key = `${number}/${port.protocol}`;
        const all = taken.get(key) ?? [];
        const earlier = all.find((one) => meets(one.address, address) && runTogether(one.service, service));
        if (earlier && !told) conflicts.push({ port, service, earlier, number });
        told ||= earlier !== undefined;
        // What a few hold already need not be compared with all others.
        if (all.length < 8) taken.set(key, [...all, { port, service, address }]);
      }
    }
  }
  return conflicts;
}

const meets = (a: string, b: string): boolean => a === b || EVERYWHERE.has(a) || EVERYWHERE.has(b);
