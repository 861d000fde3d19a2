// Which images a project brings together, by name: those of services, and those that built images begin with.
import type { Range } from '../../model.ts';
import type { BuiltService } from '../built-services.ts';
import type { ImageRef } from '../image.ts';
import { officialName } from '../known-images.ts';
import type { Compose, Service } from './model.ts';

export interface ImageUse {
  readonly ref: ImageRef;
  readonly path: string;
  readonly range: Range;
  /** What uses it, for people. */
  readonly by: string;
}

const nameOf = (ref: ImageRef): string => officialName(ref) ?? `${ref.registry ?? 'docker.io'}/${ref.repository}`;

/** Uses with a tag that no variable hides, by the image's name; each place once. */
export function imageUses(file: Compose, built: ReadonlyMap<Service, BuiltService>): ReadonlyMap<string, readonly ImageUse[]> {
  const uses = new Map<string, ImageUse[]>();
  const seen = new Set<string>();
  const add = (use: ImageUse) => {
    const place = `${use.path} ${use.range.start}`;
    if (use.ref.dynamic || use.ref.tag === null || seen.has(place)) return;
    seen.add(place);
    const list = uses.get(nameOf(use.ref));
    if (list) list.push(use);
    else uses.set(nameOf(use.ref), [use]);
  };
  for (const service of file.services) {
    const { image, build } = service;
    const by = `\`${service.name}\``;
    if (image?.ref && !build && !image.node.interpolated)
      add({ ref: image.ref, path: file.path, range: image.node.via ?? image.node.range, by });
    const { stage, dockerfile } = built.get(service) ?? {};
    const first = stage && [stage, ...stage.ancestors()].at(-1);
    if (first?.ref && first.image && dockerfile && !first.image.text.includes('$'))
      add({ ref: first.ref, path: dockerfile.path, range: first.image.range, by: dockerfile.path });
  }
  return uses;
}
