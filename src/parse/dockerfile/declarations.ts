// Where a Dockerfile first declares each of its variables.
import type { Dockerfile, Instruction } from './model.ts';

export const declarations = (file: Dockerfile): ReadonlyMap<string, Instruction> =>
  new Map(
    file
      .instructions('ARG', 'ENV')
      .toReversed()
      .flatMap((instruction) => instruction.pairs.map(({ name }) => [name.value, instruction] as const)),
  );
