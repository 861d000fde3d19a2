// Advice on performance, each piece with the services that it is for.
import type { Advice } from '../../inspect/inspection.ts';
import type { Section } from './sections.ts';

const SHOWN = 12;

/** `total`: services of the project. */
export const advice = (pieces: readonly Advice[], total: number): Section => ({
  title: 'Advice',
  lists: [
    {
      items: pieces.map(({ topic, message, services }) => ({
        term: topic,
        text: `${whom(services, total)}: ${message}`,
        sentence: true,
      })),
    },
  ],
});

function whom(services: readonly string[], total: number): string {
  if (services.length === total && total > 2) return `All ${total} services`;
  const left = services.length - SHOWN;
  const names = services.slice(0, SHOWN).map((service) => `\`${service}\``);
  return `${names.join(', ')}${left > 0 ? ` and ${left} more` : ''}`;
}
