// Which services are built from which Dockerfile and run which of its stages: what rules across files begin with.
import { loadedWith } from './compose/loaded-with.ts';
import type { Build, Compose, Service } from './compose/model.ts';
import type { Dockerfile, Stage } from './dockerfile/model.ts';
import { stageNamed } from './dockerfile/shipped.ts';
import { buildContext, buildFile } from './path.ts';

export interface BuiltService {
  readonly file: Compose;
  readonly service: Service;
  readonly build: Build;
  readonly dockerfile: Dockerfile;
  /** Folder of the build context; `null`: remote or outside of the repository. */
  readonly context: string | null;
  /** What the container runs; `null`: the environment decides, or the target is none of the stages. */
  readonly stage: Stage | null;
  /** No other file adds to the service: what it does not say holds nowhere. */
  readonly whole: boolean;
}

/** Of a project of files. */
interface Files {
  readonly composeFiles: readonly Compose[];
  dockerfile(path: string): Dockerfile | undefined;
  inline(by: Service): { readonly dockerfile: Dockerfile } | undefined;
  has(path: string): boolean | undefined;
}

const known = new WeakMap<Files, ReadonlyMap<Service, BuiltService>>();

/** By their services, in the order of the files; without those whose Dockerfile is not there, or may be another one. */
export function builtServices(project: Files): ReadonlyMap<Service, BuiltService> {
  const before = known.get(project);
  if (before) return before;
  const found = new Map<Service, BuiltService>();
  for (const file of project.composeFiles)
    for (const service of file.services) {
      const built = service.build && builtService(project, file, service, service.build);
      if (built) found.set(service, built);
    }
  known.set(project, found);
  return found;
}

const contexts = new WeakMap<Files, ReadonlyMap<string, ReadonlySet<string | null>>>();

/** The context with which all services build a Dockerfile; `null`: nobody does, or with different ones. */
export function contextOfBuild(project: Files, path: string): string | null {
  let byPath = contexts.get(project);
  if (!byPath) {
    const found = new Map<string, Set<string | null>>();
    for (const { dockerfile, context } of builtServices(project).values())
      found.set(dockerfile.path, (found.get(dockerfile.path) ?? new Set()).add(context));
    byPath = found;
    contexts.set(project, byPath);
  }
  const [only = null, ...others] = byPath.get(path) ?? [];
  return others.length === 0 ? only : null;
}

/** The Compose file that a part of a service is written in. */
export const composePath = ({ file }: Pick<BuiltService, 'file'>): string => file.path;

function builtService(project: Files, file: Compose, service: Service, build: Build): BuiltService | null {
  const { complete, others } = loadedWith(project, file, 'all');
  const elsewhere = service.get('extends') !== undefined || others.some((other) => other.service(service.name)?.build);
  // What an override leaves out is said by the file below it.
  if (!build.context && !build.dockerfileInline && (elsewhere || file.fragment)) return null;
  const path = buildFile(file.path, service);
  const dockerfile = path === null ? project.inline(service)?.dockerfile : project.dockerfile(path);
  if (!dockerfile) return null;
  const whole = complete && !file.fragment && !elsewhere && !others.some((other) => other.service(service.name));
  return {
    file,
    service,
    build,
    dockerfile,
    context: buildContext(file.path, service),
    stage: stageOf(dockerfile, build),
    whole,
  };
}

function stageOf(dockerfile: Dockerfile, { target }: Build): Stage | null {
  if (!target) return dockerfile.stages.at(-1) ?? null;
  return (target.interpolated ? undefined : stageNamed(dockerfile, target.string)) ?? null;
}
