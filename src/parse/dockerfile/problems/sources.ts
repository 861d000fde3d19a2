// COPY --from and RUN --mount=from= that name a stage which is not finished by then, or does not exist.
import { parseImage } from '../../image.ts';
import type { DockerfileView } from '../dockerfile.ts';
import type { Flag, Instruction, Stage } from '../model.ts';
import { readMount } from '../run-mount.ts';
import { quote, type Report } from './report.ts';

/** More is no number to BuildKit. */
const MAX_INTEGER = 2 ** 63;

/** Of stages with one name the last is meant, as BuildKit looks them up. */
export function checkSources(file: DockerfileView, report: Report): void {
  const byName = new Map<string, Stage>();
  for (const stage of file.stages) if (stage.name) byName.set(stage.name.text.toLowerCase(), stage);
  for (const instruction of file.instructions('COPY', 'RUN')) {
    for (const flag of instruction.flags) {
      const source = sourceOf(instruction, flag);
      if (source !== null) checkSource(file, byName, instruction, flag, source, report);
    }
  }
}

function sourceOf(instruction: Instruction, { name, value }: Flag): string | null {
  if (instruction.keyword === 'COPY') return name === 'from' && value !== '' ? value : null;
  if (name !== 'mount' || value === null) return null;
  const from = readMount(value)?.findLast(({ key }) => key === 'from')?.value;
  return from === undefined || from === '' || from?.includes('$') ? null : from;
}

function checkSource(
  file: DockerfileView,
  byName: ReadonlyMap<string, Stage>,
  { keyword, stage }: Instruction,
  flag: Flag,
  source: string,
  report: Report,
): void {
  if (/\$./.test(source)) {
    const hint = 'Add a stage FROM that variable, with its ARG before the first FROM, and copy from the stage.';
    report('from-variable', flag.range, `--from cannot hold a variable, but is ${quote(source)}.`, hint);
    return;
  }
  const index = keyword === 'COPY' && /^[-+]?\d+$/.test(source) && Math.abs(Number(source)) < MAX_INTEGER ? Number(source) : null;
  const target = index === null ? byName.get(source.toLowerCase()) : file.stages[index];
  if (!target) {
    if (index === null) {
      if (source === 'scratch' || parseImage(source)) return;
      const hint = 'Name a stage, or an image as [registry/]name[:tag][@digest].';
      report('invalid-image', flag.range, `${quote(source)} is neither a stage nor a valid image reference.`, hint);
      return;
    }
    const message = `There is no stage ${quote(source)}: the stages are 0 to ${file.stages.length - 1}.`;
    report('invalid-stage-index', flag.range, message, 'Use the name of a stage.');
  } else if (stage && target.index >= stage.index) {
    const which = target.index === stage.index ? 'the stage that it is in' : 'a later stage';
    report(
      'stage-order',
      flag.range,
      `${keyword} takes files from ${quote(source)}, ${which}.`,
      'Take them from a stage that ends before this one.',
    );
  }
}
