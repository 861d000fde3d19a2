// Dockerfiles that Compose files name and the repository does not have.
import { loadedWith } from './compose/loaded-with.ts';
import type { Compose } from './compose/model.ts';
import { buildContext, buildFile } from './path.ts';

interface Files {
  readonly composeFiles: readonly Compose[];
  readonly dockerfiles: readonly { readonly path: string }[];
  has(path: string): boolean | undefined;
  holds(folder: string): boolean | undefined;
}

export interface MissingBuildFile {
  readonly path: string;
  /** Its folder with a slash at the end; `''` is the repository. */
  readonly folder: string;
  /** Names of the Dockerfiles that lie there. */
  readonly others: readonly string[];
}

/** From these a script may make it. */
const TEMPLATES = ['.in', '.tmpl', '.template', '.j2', '.jinja2', '.erb', '.tpl'];

/** `null` where it is there or nobody can tell: what lies in a folder that the repository does not have comes from elsewhere. */
export function missingBuildFile(project: Files, file: Compose, name: string): MissingBuildFile | null {
  const service = file.service(name);
  const context = service ? buildContext(file.path, service) : null;
  const path = service ? buildFile(file.path, service) : null;
  if (!service?.build || context === null || path === null || project.has(path) !== false) return null;
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  if (project.holds(context) !== true || project.holds(folder.slice(0, -1)) !== true) return null;
  const { others, complete } = loadedWith(project, file, 'all');
  const elsewhere = !complete || others.some((other) => other.service(name)?.build);
  if (!service.build.context && (elsewhere || file.fragment)) return null;
  if (!service.build.dockerfile && (elsewhere || file.fragment)) return null;
  const instead = service.build.dockerfile ? [] : ['dockerfile', 'Containerfile'].map((other) => `${folder}${other}`);
  const made = TEMPLATES.flatMap((ending) => [`${path}${ending}`]);
  if ([...instead, ...made].some((other) => project.has(other) !== false)) return null;
  return { path, folder, others: namesIn(project, folder) };
}

const known = new WeakMap<Files, ReadonlyMap<string, readonly string[]>>();

/** Names of the Dockerfiles of a folder. */
function namesIn(project: Files, folder: string): readonly string[] {
  const before = known.get(project);
  if (before) return before.get(folder) ?? [];
  const names = new Map<string, string[]>();
  for (const { path } of project.dockerfiles) {
    const own = path.slice(0, path.lastIndexOf('/') + 1);
    const others = names.get(own);
    if (others) others.push(path.slice(own.length));
    else names.set(own, [path.slice(own.length)]);
  }
  known.set(project, names);
  return names.get(folder) ?? [];
}
