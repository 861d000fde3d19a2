// Reads a Dockerfile exactly as BuildKit does, except that an error never stops it: errors become problems with a place.
import type { SourceFile } from '../../model.ts';
import { DockerfileView } from './dockerfile.ts';
import type { Dockerfile } from './model.ts';
import { checkFile } from './problems/file.ts';
import { readStages } from './stages.ts';
import { readStructure } from './structure.ts';

/** Never throws; takes time linear in the length of the text. */
export function parseDockerfile(source: SourceFile): Dockerfile {
  const structure = readStructure(source.text);
  const stages = readStages(structure.instructions, structure.escape);
  return new DockerfileView(source, structure, stages, checkFile);
}
