// The secrets that RUN instructions mount: `--mount=type=secret,id=…`. https://docs.docker.com/build/building/secrets/
import type { Range } from '../../model.ts';
import type { Dockerfile, Stage } from './model.ts';
import { runMounts } from './run-mounts.ts';

export interface SecretMount {
  readonly id: string;
  readonly range: Range;
  /** Without it this build stops; else there is just no file, or only builds on top of this one run it. */
  readonly required: boolean;
  readonly stage: Stage | null;
}

/** In the order of the text; ids may hold variables. */
export function secretMounts(file: Dockerfile): SecretMount[] {
  return [...file.instructions('RUN'), ...triggered(file)].flatMap((run) =>
    runMounts(file, run).flatMap(({ type, fields }): SecretMount[] => {
      if (type !== 'secret') return [];
      const field = (...keys: string[]) => fields.find(({ key }) => keys.includes(key));
      const target = field('target', 'dst', 'destination');
      const named = field('id');
      const id = named?.value ?? target?.value?.split('/').at(-1);
      const required = field('required');
      if (!id) return [];
      const range = (named ?? target)?.range ?? run.flag('mount')?.range ?? run.keywordRange;
      return [{ id, range, required: required !== undefined && required.value !== 'false' && !run.onbuild, stage: run.stage }];
    }),
  );
}

const triggered = (file: Dockerfile) =>
  file.instructions('ONBUILD').flatMap(({ trigger }) => (trigger?.keyword === 'RUN' ? [trigger] : []));
