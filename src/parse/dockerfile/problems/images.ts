// FROM with something that is no image reference, as it is written or in a build without arguments.
import { parseImage } from '../../image.ts';
import type { DockerfileView } from '../dockerfile.ts';
import { variablesIn } from '../references.ts';
import type { StageNode } from '../stages.ts';
import { quote, type Report } from './report.ts';

export function checkImages(file: DockerfileView, report: Report): void {
  for (const stage of file.stages) if (!stage.base) checkImage(file, stage, report);
}

function checkImage(file: DockerfileView, { image, from }: StageNode, report: Report): void {
  if (!image) return;
  const { value, fault } = file.scopes.byDefault(image.text, from);
  // A "$" that is left is no variable any more.
  if (fault || value === null || value === 'scratch' || (parseImage(value) && !value.includes('$'))) return;
  const names = variablesIn({ text: image.text, escapeChar: file.escape, quotes: true });
  const undeclared = names.filter((name) => !file.scopes.declares(name, from));
  const text = quote(image.text);
  if (names.length === 0) {
    const hint = 'Write [registry/]name[:tag][@digest], the name in lower case.';
    report('invalid-image', image.range, `${text} is no valid image reference.`, hint);
  } else if (undeclared.length === names.length) {
    const message = `${text} comes out as ${quote(value)}, which is no valid image reference.`;
    report('undeclared-image', image.range, message, 'Declare its variables with ARG before the first FROM.');
  } else {
    const outcome = value === '' ? 'names no image' : `comes out as ${quote(value)}, which is no image`;
    const message = `In a build without arguments ${text} ${outcome}.`;
    report('unset-image', image.range, message, 'Give its ARG before the first FROM a default.');
  }
}
