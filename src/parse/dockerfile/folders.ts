// Folders of an image that its instructions speak of: volumes, and where files are copied to.
import { absolute } from './context-path.ts';
import type { Stage } from './model.ts';

const chainOf = (stage: Stage): readonly Stage[] => [stage, ...stage.ancestors()];

/** Absolute paths that VOLUME names; those with variables are left out. */
export const volumesOf = (stage: Stage): string[] =>
  chainOf(stage).flatMap((link) =>
    link.instructionsOf('VOLUME').flatMap(({ words }) => words.flatMap(({ value }) => (value.startsWith('/') ? [value] : []))),
  );

/** Whether a COPY, an ADD or a RUN may change what lies in a folder. */
export const copiesInto = (stage: Stage, folder: string): boolean =>
  chainOf(stage).some((link) =>
    link.instructionsOf('COPY', 'ADD', 'RUN', 'WORKDIR').some(({ keyword, text, json, words }) => {
      if (keyword === 'RUN') return text.includes(folder);
      const target = (json ?? words).at(-1)?.value ?? '';
      if (keyword === 'WORKDIR') return target.startsWith(folder);
      const path = absolute('/', target);
      return target.includes('$') || path === '/' || `${path}/`.startsWith(`${folder}/`) || `${folder}/`.startsWith(`${path}/`);
    }),
  );
