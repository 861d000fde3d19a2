// Which stages a build needs: what the wanted one builds on, what it copies or mounts from, and so on.
import { fileSources } from './file-sources.ts';
import type { Dockerfile, Stage } from './model.ts';
import { stageNamed } from './shipped.ts';

/** Of a build of the final stage, or of another one. */
export function reachableStages(file: Dockerfile, wanted = file.stages.at(-1)): ReadonlySet<Stage> {
  const uses = new Map<Stage, Stage[]>();
  for (const { instruction, name } of fileSources(file)) {
    const from = stageNamed(file, name);
    if (!from || !instruction.stage) continue;
    const list = uses.get(instruction.stage);
    if (list) list.push(from);
    else uses.set(instruction.stage, [from]);
  }
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
