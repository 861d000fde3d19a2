// A global ARG SOURCE_DATE_EPOCH: seconds since 1970, `context`, a build context by name, or the stage whose only ADD is dated: https://docs.docker.com/build/ci/github-actions/reproducible-builds/
import type { DockerfileView } from '../dockerfile.ts';
import { type Build, quote, type Report } from './report.ts';

const NAME = 'SOURCE_DATE_EPOCH';
/** What a build may be given with `--build-context`: no number with a mistake in it, no date. */
const CONTEXT_NAME = /^[a-z][\w./-]{0,100}$/;

export function checkEpoch(file: DockerfileView, report: Report, build: Build): void {
  const [from] = file.stages;
  const declared = file.instructions('ARG').filter(({ stage }) => !stage);
  const pair = declared.flatMap(({ pairs }) => pairs).findLast(({ name, value }) => name.text === NAME && value);
  if (!from || !pair?.value) return;
  const { value } = build.evaluate(`$${NAME}`, from.from);
  if (value === null || value === '' || value === 'context' || /^[-+]?\d+$/.test(value)) return;
  const stage = file.stages.find(({ name }) => name?.text.toLowerCase() === value.toLowerCase());
  if (!stage && !build.isPlain && CONTEXT_NAME.test(value)) return;
  if (!stage) {
    const hint = 'Write seconds since 1970, context, or the name of a stage or of a build context.';
    report('invalid-epoch', pair.value.range, `${NAME} is no time: ${quote(value)}.`, hint);
  } else if (stage.expanded !== 'scratch' || stage.instructionsOf('ADD').length !== 1 || hasOther(stage.instructions)) {
    const message = `${NAME} names the stage ${quote(value)}, which is not FROM scratch with one ADD of a URL alone.`;
    report('invalid-epoch', pair.value.range, message, 'Keep only ARG and that ADD in the stage.');
  }
}

const hasOther = (instructions: readonly { keyword: string }[]) =>
  instructions.some(({ keyword }) => keyword !== 'FROM' && keyword !== 'ARG' && keyword !== 'ADD');
