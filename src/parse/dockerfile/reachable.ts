// Which stages a build needs: what the wanted one builds on, what it copies or mounts from, and so on.
import { fileSources } from './file-sources.ts';
import type { Dockerfile, Stage } from './model.ts';
import { stageNamed } from './shipped.ts';

const known = new WeakMap<Stage, ReadonlySet<Stage>>();

/** Of a build of the final stage, or of another one. */
export function reachableStages(file: Dockerfile, wanted = file.stages.at(-1)): ReadonlySet<Stage> {
  const reachable = (wanted && known.get(wanted)) ?? reachableFrom(file, wanted);
  if (wanted) known.set(wanted, reachable);
  return reachable;
}

type Uses = ReadonlyMap<Stage, readonly Stage[]>;

const read = new WeakMap<Dockerfile, Uses>();

/** The stages that each stage takes files from. */
function usesOf(file: Dockerfile): Uses {
  const before = read.get(file);
  if (before) return before;
  const uses = new Map<Stage, Stage[]>();
  for (const { instruction, name } of fileSources(file)) {
    const from = stageNamed(file, name);
    if (!from || !instruction.stage) continue;
    const list = uses.get(instruction.stage);
    if (list) list.push(from);
    else uses.set(instruction.stage, [from]);
  }
  read.set(file, uses);
  return uses;
}

function reachableFrom(file: Dockerfile, wanted: Stage | undefined): ReadonlySet<Stage> {
  const uses = usesOf(file);
  const reachable = new Set<Stage>();
  const open = wanted ? [wanted] : [];
  for (let stage = open.pop(); stage; stage = open.pop()) {
    if (reachable.has(stage)) continue;
    reachable.add(stage);
    if (stage.base) open.push(stage.base);
    open.push(...chosen(file, stage));
    open.push(...(uses.get(stage) ?? []));
  }
  return reachable;
}

/** A variable may choose among stages: those whose names begin as the text in front of it does. */
function chosen(file: Dockerfile, { index, image }: Stage): Stage[] {
  const dollar = image?.text.indexOf('$') ?? -1;
  if (!image || dollar < 0) return [];
  const prefix = image.text.slice(0, dollar).toLowerCase();
  return file.stages.slice(0, index).filter(({ name }) => name?.value.toLowerCase().startsWith(prefix));
}
