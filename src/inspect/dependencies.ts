// Who waits for whom until what, in which order services start, and where nothing tells that one is ready.
import type { Dependencies, Waiting } from './inspection.ts';
import type { Stack } from './stack.ts';
import { startOrder } from './start-order.ts';

export function dependenciesOf({ services }: Stack): Dependencies {
  const byName = new Map(services.map((service) => [service.name, service]));
  const waits = services.flatMap(({ name, dependsOn }) =>
    dependsOn.flatMap(({ name: other, condition, required }): Waiting[] => {
      const health = byName.get(other)?.health;
      return health === undefined ? [] : [{ service: name, for: other, condition, required, health }];
    }),
  );
  const waitsFor = new Map<string, string[]>(services.map(({ name }) => [name, []]));
  for (const wait of waits) waitsFor.get(wait.service)?.push(wait.for);
  const { steps, longest, cycles } = startOrder(waitsFor);
  return { order: steps, waits, cycles, longest, withoutHealth: waits.flatMap(withoutHealth) };
}

function withoutHealth(wait: Waiting): Dependencies['withoutHealth'] {
  const has = wait.health === 'checked' || wait.health === 'unknown';
  if (has || wait.condition === 'service_completed_successfully') return [];
  return [{ service: wait.service, for: wait.for, never: wait.condition === 'service_healthy' }];
}
