// Loads rules and parsers, each only for files of the kinds that a run has: what is not loaded costs nothing.
import type { Supply } from '../../job/here.ts';
import type { Parsers } from '../../parse/parsers.ts';
import type { Rule } from '../../rule.ts';

const loadDockerfile = () => import('./kinds/dockerfile.ts');
export const loadCompose = () => import('./kinds/compose.ts');

export const supply: Supply = async (kinds) => {
  const compose = kinds.has('compose') ? await loadCompose() : null;
  const dockerfile = kinds.has('dockerfile') ? await loadDockerfile() : null;
  // Each bundle has its own copy of the rules on the project: one is enough.
  const project = compose?.project ?? dockerfile?.project ?? [];
  const parsers: Parsers = {
    ...(compose && { compose: compose.parse, projects: compose.loadProjects, devcontainer: compose.namedFiles }),
    ...(dockerfile && { dockerfile: dockerfile.parse }),
  };
  const rules = [...(compose?.rules ?? []), ...(dockerfile?.rules ?? []), ...project];
  return { rules, parsers, ...(compose && { compare: compose.projectChanges }) };
};

/** Every rule, sorted. */
export const allRules = async (): Promise<readonly Rule[]> => (await supply(new Set(['compose', 'dockerfile']))).rules;
