// The secrets that RUN instructions mount: `--mount=type=secret,id=…`. https://docs.docker.com/build/building/secrets/
import type { Range } from '../../model.ts';
import type { Dockerfile, Stage } from './model.ts';
import { runMounts } from './run-mounts.ts';

export interface SecretMount {
  readonly id: string;
  readonly range: Range;
  /** Without it the build stops; else there is just no file. */
  readonly required: boolean;
  readonly stage: Stage | null;
}

/** Those without variables, in the order of the text. */
export function secretMounts(file: Dockerfile): SecretMount[] {
  return file.instructions('RUN').flatMap((run) =>
    runMounts(file, run).flatMap(({ type, fields }): SecretMount[] => {
      if (type !== 'secret') return [];
      const field = (...keys: string[]) => fields.find(({ key }) => keys.includes(key));
      const target = field('target', 'dst', 'destination');
      const named = field('id');
      const id = named?.value ?? target?.value?.split('/').at(-1);
      const required = field('required');
      if (!id || id.includes('$')) return [];
      const range = (named ?? target)?.range ?? run.flag('mount')?.range ?? run.keywordRange;
      return [{ id, range, required: required !== undefined && required.value !== 'false', stage: run.stage }];
    }),
  );
}
