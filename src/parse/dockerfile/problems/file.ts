// All that BuildKit refuses in a file, in the order of the text.
import type { DockerfileView } from '../dockerfile.ts';
import type { SyntaxProblem } from '../model.ts';

export function checkFile(file: DockerfileView): SyntaxProblem[] {
  return [...file.structure.problems];
}
