// Limits of services and of the project together.
import { bytesText, cpusText } from '../../inspect/amount.ts';
import type { Resources } from '../../inspect/inspection.ts';
import { namesText } from './names.ts';
import type { Item, Section, Table } from './sections.ts';

const NONE = '-';
const cpus = (value: number | null | undefined): string => (value === null || value === undefined ? NONE : cpusText(value));
const memory = (value: number | null | undefined): string => (value === null || value === undefined ? NONE : bytesText(value));

export function resources({ services, sum, sumOfAll, unlimited, budget, exceeded }: Resources): Section {
  const over = (measure: 'cpus' | 'memory') => (exceeded.includes(measure) ? ' (exceeded)' : '');
  const limited = services.filter(
    ({ limits, replicas }) => replicas !== 1 || Object.values(limits).some((limit) => limit !== null),
  );
  const table: Table = {
    head: ['service', 'containers', 'CPUs', 'memory', 'processes'],
    rows: limited.map(({ service, replicas, limits }) => [
      service,
      String(replicas),
      cpus(limits.cpus),
      memory(limits.memory),
      limits.pids === null ? NONE : String(limits.pids),
    ]),
    sums: [
      ['all limits', '', cpus(sum.cpus || null), memory(sum.memory || null), ''],
      ...(sumOfAll ? [['with all profiles', '', cpus(sumOfAll.cpus || null), memory(sumOfAll.memory || null), '']] : []),
      ...(budget ? [['budget', '', `${cpus(budget.cpus)}${over('cpus')}`, `${memory(budget.memory)}${over('memory')}`, '']] : []),
    ],
  };
  const started = services.filter(({ byDefault }) => byDefault).length;
  const without = (term: string, names: readonly string[]): Item[] => {
    const text =
      namesText(names, started) + (names.length === started && started < services.length ? ' that start by default' : '');
    return names.length > 0 ? [{ term, text }] : [];
  };
  return {
    title: 'Resources',
    ...((limited.length > 0 || budget) && { table }),
    lists: [{ items: [without('No memory limit', unlimited.memory), without('No CPU limit', unlimited.cpus)].flat() }],
  };
}
