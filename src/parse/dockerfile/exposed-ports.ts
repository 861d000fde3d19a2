// The ports that an image says it listens on: EXPOSE of a stage and of those it builds on.
import { portSpan } from '../port.ts';
import type { Dockerfile, Stage } from './model.ts';

export interface ExposedPort {
  readonly from: number;
  readonly to: number;
  readonly protocol: string;
}

/** `null` when a variable hides one. What the base image exposes is not among them. */
export function exposedPorts(file: Dockerfile, stage: Stage): ExposedPort[] | null {
  const found: ExposedPort[] = [];
  for (const link of [stage, ...stage.ancestors()])
    for (const expose of link.instructionsOf('EXPOSE'))
      for (const word of expose.words) {
        const [port = '', protocol = 'tcp'] = (file.expand(word.text, expose) ?? '').split('/');
        const span = portSpan(port);
        if (!span) return null;
        found.push({ ...span, protocol: protocol.toLowerCase() });
      }
  return found;
}
