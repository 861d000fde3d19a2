// The folder in which an instruction is carried out, as far as the file tells.
import { absolute } from './context-path.ts';
import type { Dockerfile, Instruction, Stage } from './model.ts';

const PATH = 4096;

/** An absolute path; `null` when a variable decides, or when only relative ones stand on a base image whose own is not known. */
export function workingDirectory(file: Dockerfile, stage: Stage, before?: Instruction): string | null {
  const relative: string[] = [];
  for (const link of [stage, ...stage.ancestors()]) {
    for (const workdir of link.instructionsOf('WORKDIR').toReversed()) {
      if (before && workdir.range.start >= before.range.start) continue;
      const path = file.expand(workdir.text, workdir);
      if (path === null || path.length > PATH) return null;
      if (path.startsWith('/')) return relative.reduceRight((folder, deeper) => absolute(folder, deeper), absolute('/', path));
      relative.push(path);
      if (relative.length > 20) return null;
    }
  }
  return null;
}
