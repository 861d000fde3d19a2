// Whether a Dockerfile makes the image of a service that runs for others, as far as it says so itself.
import { isForProduction } from '../purpose.ts';
import { isForDevelopment } from './development.ts';
import type { Dockerfile } from './model.ts';
import { isTemplate } from './template.ts';

/** The final image, or one that it builds on here, offers a port and starts something; it is not for development, tests or examples. */
export function isService(file: Dockerfile): boolean {
  const final = file.stages.at(-1);
  if (!final) return false;
  const chain = [final, ...final.ancestors()];
  const serves = chain.some((stage) => stage.instructionsOf('EXPOSE').length > 0);
  const starts = chain.some((stage) => stage.instructionsOf('CMD', 'ENTRYPOINT').length > 0);
  return serves && starts && isForProduction(file.path) && !isForDevelopment(file) && !isTemplate(file);
}
