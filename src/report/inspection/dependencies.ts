// Start order, what each service waits for, and where that is not enough.
import { grouped } from '../../grouped.ts';
import type { Dependencies, Waiting } from '../../inspect/inspection.ts';
import type { Section } from './sections.ts';

const UNTIL: ReadonlyMap<string, string> = new Map([
  ['service_healthy', 'healthy'],
  ['service_completed_successfully', 'completed'],
  ['service_started', 'started'],
]);

export function dependencies({ order, waits, cycles, longest, withoutHealth }: Dependencies): Section {
  const byService = [...grouped(waits, ({ service }) => service)];
  const never = withoutHealth.filter((wait) => wait.never);
  return {
    title: 'Dependencies',
    lists: [
      {
        title: 'Start order',
        items: order.length > 1 ? order.map((services, at) => ({ term: `step ${at + 1}`, text: services.join(', ') })) : [],
      },
      { title: 'Waits for', items: byService.map(([term, own]) => ({ term, text: own.map(waitText).join(', ') })) },
      {
        items: [
          ...(longest.length > 2 ? [{ term: 'Longest chain', text: longest.join(' → ') }] : []),
          ...cycles.map((cycle) => ({ term: 'Never start', text: [...cycle, cycle[0] ?? ''].join(' → '), bad: true })),
          ...never.map((wait) => ({
            term: 'Never starts',
            text: `${wait.service} waits until ${wait.for} is healthy, which has no health check`,
            bad: true,
          })),
        ],
      },
    ],
  };
}

function waitText({ for: other, condition, required, health }: Waiting): string {
  const until = UNTIL.get(condition) ?? condition;
  const missing = health === 'none' ? ', no health check' : health === 'disabled' ? ', health check disabled' : '';
  return `${other} (${until}${required ? '' : ', if there'}${condition === 'service_completed_successfully' ? '' : missing})`;
}
