// How a service is built, and whether what it sends to the builder is cut down.
import type { Json } from '../parse/compose/load/decode/shape.ts';
import { ignoreFilesOf } from '../parse/ignore-files.ts';
import { join } from '../parse/path.ts';
import type { Project } from '../project.ts';
import { field, flagIn, textIn } from './json.ts';
import { inRepository, type Surroundings, shownPath } from './place.ts';
import type { StackBuild } from './stack.ts';

export function buildOf(build: Json, { project, folder }: Surroundings): StackBuild {
  const context = textIn(field(build, 'context')) ?? '';
  const inline = textIn(field(build, 'dockerfile_inline'));
  return {
    context: shownPath(context, folder),
    dockerfile: inline === null ? (textIn(field(build, 'dockerfile')) ?? 'Dockerfile') : 'written in the Compose file',
    target: textIn(field(build, 'target')),
    noCache: flagIn(field(build, 'no_cache')),
    ignores: ignores(build, project),
    key: JSON.stringify(build),
  };
}

/** Where the Dockerfile lies in the repository; `null`: inline, or elsewhere. */
export function dockerfileOf(build: Json | undefined): string | null {
  const context = inRepository(textIn(field(build, 'context')) ?? '');
  if (build === undefined || context === null || field(build, 'dockerfile_inline') !== undefined) return null;
  const name = textIn(field(build, 'dockerfile')) ?? 'Dockerfile';
  return name.startsWith('/') ? inRepository(name) : join(context, name);
}

function ignores(build: Json, project: Project): boolean | null {
  const [context, dockerfile] = [inRepository(textIn(field(build, 'context')) ?? ''), dockerfileOf(build)];
  if (context === null || dockerfile === null || project.has(dockerfile) !== true) return null;
  const answers = ignoreFilesOf(dockerfile, context).map((path) => project.has(path));
  return answers.includes(true) ? true : answers.includes(undefined) ? null : false;
}
