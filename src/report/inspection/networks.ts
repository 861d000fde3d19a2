// Networks, who reaches whom, and what is open to the outside.
import type { Networks } from '../../inspect/inspection.ts';
import { namesText } from './names.ts';
import type { Item, Section } from './sections.ts';

const SCOPES = { everywhere: 'every address of the host', loopback: 'this host only', address: 'this address' } as const;

/** `total`: services of the project. */
export function networks({ networks: all, reach, published, onHost, isolated, withoutWayOut }: Networks, total: number): Section {
  return {
    title: 'Networks',
    lists: [
      {
        items: all.map(({ name, driver, internal, external, services }) => {
          const kinds = [internal && 'internal', external && 'external', driver !== null && driver !== 'bridge' && driver];
          const words = kinds.filter((kind) => typeof kind === 'string');
          return {
            term: name + (words.length > 0 ? ` (${words.join(', ')})` : ''),
            text: namesText(services, total) || 'no service',
          };
        }),
      },
      { title: 'Who reaches whom', items: all.length > 1 ? reach.flatMap(reached) : [] },
      {
        title: 'Published',
        items: published.map(({ service, address, published: port, target, protocol, scope }) => ({
          term: `${address.includes(':') && !address.startsWith('[') ? `[${address}]` : address}:${port ?? '(any)'}`,
          text: `${service}, port ${target}${protocol === 'tcp' ? '' : `/${protocol}`}: ${SCOPES[scope]}`,
        })),
      },
      {
        title: 'Apart',
        items: [
          named("On the host's network", onHost),
          named('Without a way out of the host', withoutWayOut),
          // A project of one service is alone without being isolated.
          reach.length + isolated.length > 1 ? named('Reached by no other service', isolated) : [],
        ].flat(),
      },
    ],
  };
}

function reached({ services, reaches }: Networks['reach'][number]): Item[] {
  const others = [services.length > 1 ? 'each other' : '', reaches.join(', ')].filter((part) => part !== '');
  return others.length > 0 ? [{ term: services.join(', '), text: others.join('; ') }] : [];
}

const named = (term: string, services: readonly string[]): Item[] =>
  services.length > 0 ? [{ term, text: services.join(', ') }] : [];
