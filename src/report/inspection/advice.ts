// Advice on performance, each piece with the services that it is for.
import type { Advice } from '../../inspect/inspection.ts';
import type { Section } from './sections.ts';

const SHOWN = 12;

export const advice = (pieces: readonly Advice[]): Section => ({
  title: 'Advice',
  lists: [
    {
      items: pieces.map(({ topic, message, services }) => {
        const left = services.length - SHOWN;
        const names = services.slice(0, SHOWN).map((service) => `\`${service}\``);
        return {
          term: topic,
          text: `${message} ${names.join(', ')}${left > 0 ? ` and ${left} more` : ''}`,
          sentence: true,
        };
      }),
    },
  ],
});
