// Limits of services and of the project together.
import { bytesText, cpusText } from '../../inspect/amount.ts';
import type { Resources } from '../../inspect/inspection.ts';
import type { Item, Section } from './sections.ts';

const NONE = '-';
const cpus = (value: number | null | undefined): string => (value === null || value === undefined ? NONE : cpusText(value));
const memory = (value: number | null | undefined): string => (value === null || value === undefined ? NONE : bytesText(value));

export function resources({ services, sum, sumOfAll, unlimited, budget, exceeded }: Resources): Section {
  const over = (measure: 'cpus' | 'memory') => (exceeded.includes(measure) ? ' (exceeded)' : '');
  return {
    title: 'Resources',
    table: {
      head: ['service', 'containers', 'CPUs', 'memory', 'processes'],
      rows: services.map(({ service, replicas, limits }) => [
        service,
        String(replicas),
        cpus(limits.cpus),
        memory(limits.memory),
        limits.pids === null ? NONE : String(limits.pids),
      ]),
      sums: [
        ['all limits', '', cpus(sum.cpus), memory(sum.memory), ''],
        ...(sumOfAll ? [['with all profiles', '', cpus(sumOfAll.cpus), memory(sumOfAll.memory), '']] : []),
        ...(budget
          ? [['budget', '', `${cpus(budget.cpus)}${over('cpus')}`, `${memory(budget.memory)}${over('memory')}`, '']]
          : []),
      ],
    },
    lists: [{ items: [unbounded('No memory limit', unlimited.memory), unbounded('No CPU limit', unlimited.cpus)].flat() }],
  };
}

const unbounded = (term: string, names: readonly string[]): Item[] =>
  names.length > 0 ? [{ term, text: names.join(', ') }] : [];
