// A loaded Compose project → what the analyses and the picture know of it.
import type { LoadedProject } from '../parse/compose/load/load.ts';
import { get } from '../parse/compose/load/value.ts';
import type { Project } from '../project.ts';
import { entriesIn, field, fieldAt, flagIn, textIn } from './json.ts';
import { shownPath } from './place.ts';
import { serviceOf } from './service.ts';
import type { Stack, StackNetwork, StackVolume } from './stack.ts';

const REFUSALS = 5;

export function readStack(loaded: LoadedProject, project: Project): Stack {
  const { model, files, problems } = loaded;
  const path = files[0]?.path ?? '';
  const folder = path.slice(0, Math.max(0, path.lastIndexOf('/')));
  const refused = problems.filter(({ cause }) => cause === 'file').map(({ at, message }) => `${at.path}: ${message}`);
  return {
    path,
    files: loaded.parts.filter((path) => project.document(path)?.kind === 'compose'),
    name: files.some((file) => file.name) ? (textIn(model.name) ?? null) : null,
    complete: loaded.complete,
    refused: refused.slice(0, REFUSALS),
    services: entriesIn(model.services).map(([name, service]) =>
      serviceOf(name, service, get(get(loaded.root, 'services'), name), { project, folder }),
    ),
    networks: entriesIn(model.networks).map(
      ([name, network]): StackNetwork => ({
        name,
        driver: textIn(field(network, 'driver')),
        internal: flagIn(field(network, 'internal')),
        external: flagIn(field(network, 'external')),
      }),
    ),
    volumes: entriesIn(model.volumes).map(([name, volume]): StackVolume => {
      const bind =
        textIn(fieldAt(volume, 'driver_opts', 'o'))
          ?.split(',')
          .includes('bind') ?? false;
      const device = bind ? textIn(fieldAt(volume, 'driver_opts', 'device')) : null;
      return {
        name,
        external: flagIn(field(volume, 'external')),
        device: device === null ? null : shownPath(device, folder),
      };
    }),
  };
}
