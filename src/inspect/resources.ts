// Limits of each service, and of the project together against its budget.
import type { Budget } from '../model.ts';
import type { Resources } from './inspection.ts';
import type { Stack, StackService } from './stack.ts';

const MEASURES = ['cpus', 'memory'] as const;

export function resourcesOf({ services }: Stack, budget?: Budget): Resources {
  const started = services.filter(byDefault);
  const sum = sumOf(started);
  const without = (measure: 'cpus' | 'memory') =>
    started.filter(({ limits, replicas }) => limits[measure] === null && replicas > 0).map(({ name }) => name);
  return {
    services: services.map((service) => ({
      service: service.name,
      replicas: service.replicas,
      limits: service.limits,
      reservations: service.reservations,
      byDefault: byDefault(service),
    })),
    sum,
    ...(started.length < services.length && { sumOfAll: sumOf(services) }),
    unlimited: { cpus: without('cpus'), memory: without('memory') },
    ...(budget && { budget }),
    exceeded: MEASURES.filter((measure) => sum[measure] > (budget?.[measure] ?? Number.POSITIVE_INFINITY)),
  };
}

export const byDefault = ({ profiles }: StackService): boolean => profiles.length === 0;

function sumOf(services: readonly StackService[]): { cpus: number; memory: number } {
  let [cpus, memory] = [0, 0];
  for (const { limits, replicas } of services) {
    cpus += (limits.cpus ?? 0) * replicas;
    memory += (limits.memory ?? 0) * replicas;
  }
  // Tenths of processors add up to what no one wrote.
  return { cpus: Math.round(cpus * 1000) / 1000, memory };
}
