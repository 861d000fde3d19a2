// What goes wrong meanwhile: requests that are lost, answers that are, 502s, stale reads, slow-downs; the App killed; webhooks twice.
import type { AppWorld } from '../../test/app/world.ts';
import { secondaryLimit } from '../../test/github/github.ts';
import type { Random } from './random.ts';

export interface Troubles {
  faults: number;
  crashes: number;
  redeliveries: number;
}

const KINDS = ['drop', 'dropAfter', 'before', 'after', 'stale', 'limit'] as const;
/** The next fault meets one of so many requests. */
const AHEAD = 12;

export async function makeTrouble(world: AppWorld, random: Random, troubles: Troubles): Promise<void> {
  if (random.chance(0.5)) {
    fault(world, random);
    troubles.faults++;
  }
  if (random.chance(0.08)) {
    const { deliveries } = world.github;
    if (deliveries.length > 0) void world.github.redeliver(random.one(deliveries).guid);
    troubles.redeliveries++;
  }
  if (random.chance(0.03)) {
    await world.killApp();
    troubles.crashes++;
  }
}

function fault({ github }: AppWorld, random: Random): void {
  const kind = random.one(KINDS);
  let left = random.under(AHEAD);
  // A write has no older state to answer with.
  const fits = (method: string, path: string) => !path.startsWith('/app') && (kind !== 'stale' || method === 'GET');
  const when = (method: string, path: string) => fits(method, path) && left-- === 0;
  github.fault(kind === 'limit' ? { when, kind: 'before', ...secondaryLimit(1) } : { when, kind });
}
