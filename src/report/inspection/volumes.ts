// Volumes and paths of the host, each with who mounts it and how.
import { grouped } from '../../grouped.ts';
import type { Volumes, VolumeUse } from '../../inspect/inspection.ts';
import type { Section } from './sections.ts';

const SOCKET = /\.sock$/;

export function volumes({ named, paths, anonymous, temporary }: Volumes): Section {
  return {
    title: 'Volumes',
    lists: [
      {
        title: 'Named volumes',
        items: named.map(({ name, external, device, uses }) => ({
          term: name,
          text: [external ? 'external' : '', device === null ? '' : `the host path ${device}`, shared(uses), used(uses)]
            .filter((part) => part !== '')
            .join('; '),
        })),
      },
      {
        title: 'Paths of the host',
        items: paths.map(({ path, uses }) => ({
          term: path,
          text: [shared(uses, SOCKET.test(path)), used(uses)].filter(Boolean).join('; '),
        })),
      },
      { title: 'Without a name', items: anonymous.map((use) => ({ term: use.service, text: use.target })) },
      { title: 'In memory', items: temporary.map((use) => ({ term: use.service, text: use.target })) },
    ],
  };
}

function used(uses: readonly VolumeUse[]): string {
  const places = grouped(uses, ({ target, readOnly }) => `${target}${readOnly ? ' (read-only)' : ''}`);
  const parts = [...places].map(([place, own]) => `${own.map(({ service }) => service).join(', ')} at ${place}`);
  return parts.join('; ') || 'mounted by no service';
}

/** `socket`: what is said through it does not depend on whether it is read-only. */
function shared(uses: readonly VolumeUse[], socket = false): string {
  const count = new Set(uses.map(({ service }) => service)).size;
  const writers = new Set(uses.filter(({ readOnly }) => !readOnly).map(({ service }) => service)).size;
  if (count < 2) return '';
  if (socket) return `shared by ${count}`;
  return writers === 0 ? `shared by ${count}, nobody writes` : `shared by ${count}, written by ${writers}`;
}
