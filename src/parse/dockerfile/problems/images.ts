// FROM with something that is no image reference, as it is written or in a build without arguments.
import { parseImage } from '../../image.ts';
import type { DockerfileView } from '../dockerfile.ts';
import { variablesIn } from '../references.ts';
import type { StageNode } from '../stages.ts';
import { type Build, quote, type Report } from './report.ts';

export function checkImages(file: DockerfileView, report: Report, build: Build): void {
  const names = build.isPlain ? file.stages.map(({ name }) => name?.value.toLowerCase()) : [];
  for (const stage of file.stages) if (!stage.base) checkImage(file, stage, names.slice(0, stage.index), report, build);
}

/** `names`: of the stages in front, one of which a variable may stand for. */
function checkImage(
  file: DockerfileView,
  { image, from }: StageNode,
  names: readonly (string | undefined)[],
  report: Report,
  build: Build,
): void {
  if (!image) return;
  const { value, fault } = build.evaluate(image.text, from);
  if (value !== null && names.includes(value)) return;
  // A "$" that is left is no variable any more.
  if (fault || value === null || value === 'scratch' || (parseImage(value) && !value.includes('$'))) return;
  const used = variablesIn({ text: image.text, escapeChar: file.escape, quotes: true });
  const undeclared = used.filter((name) => !file.scopes.declares(name, from));
  const text = quote(image.text);
  if (used.length === 0) {
    const hint = 'Write [registry/]name[:tag][@digest], the name in lower case.';
    report('invalid-image', image.range, `${text} is no valid image reference.`, hint);
  } else if (undeclared.length === used.length) {
    const message = `${text} comes out as ${quote(value)}, which is no valid image reference.`;
    report('undeclared-image', image.range, message, 'Declare its variables with ARG before the first FROM.');
  } else {
    const outcome = value === '' ? 'names no image' : `comes out as ${quote(value)}, which is no image`;
    const message = `In a build without arguments ${text} ${outcome}.`;
    report('unset-image', image.range, message, 'Give its ARG before the first FROM a default.');
  }
}
