// Which stages' layers are in the final image: what others leave behind costs nothing there.
import type { Dockerfile, Stage } from './model.ts';

/** The final stage, those it builds on, and those that are copied into them as a whole. */
export function shippedStages(file: Dockerfile): ReadonlySet<Stage> {
  const final = file.stages.at(-1);
  const shipped = new Set<Stage>();
  const open = final ? [final] : [];
  for (let stage = open.pop(); stage; stage = open.pop()) {
    if (shipped.has(stage)) continue;
    shipped.add(stage);
    if (stage.base) open.push(stage.base);
    for (const copy of stage.instructionsOf('COPY')) {
      const from = copiedWhole(file, copy.flag('from')?.value ?? null, copy.words[0]?.value);
      if (from) open.push(from);
    }
  }
  return shipped;
}

function copiedWhole(file: Dockerfile, from: string | null, source: string | undefined): Stage | undefined {
  return from !== null && (source === '/' || source === '/*') ? stageNamed(file, from) : undefined;
}

const named = new WeakMap<Dockerfile, ReadonlyMap<string, Stage>>();

/** The stage that `--from` means: the last one of that name, or the one with that number. */
export function stageNamed(file: Dockerfile, from: string): Stage | undefined {
  let byName = named.get(file);
  if (!byName) {
    byName = new Map(file.stages.flatMap((stage) => (stage.name ? [[stage.name.value.toLowerCase(), stage]] : [])));
    named.set(file, byName);
  }
  return byName.get(from.toLowerCase()) ?? (/^\d{1,4}$/.test(from) ? file.stages[Number(from)] : undefined);
}
