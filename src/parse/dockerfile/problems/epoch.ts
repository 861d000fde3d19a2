// A global ARG SOURCE_DATE_EPOCH: seconds since 1970, `context`, a build context by name, or the stage whose only ADD is dated: https://docs.docker.com/build/ci/github-actions/reproducible-builds/
import type { DockerfileView } from '../dockerfile.ts';
import { isGitUrl, isWebUrl } from '../source-url.ts';
import type { StageNode } from '../stages.ts';
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
  } else {
    const fault = faultOf(stage);
    const hint = `${NAME} takes its time from what that ADD fetches.`;
    if (fault) report('invalid-epoch', stage.from.range, `${NAME} names the stage ${quote(value)}, ${fault}.`, hint);
  }
}

/** The stage must be FROM scratch, with one ADD of one address, and else nothing but ARG. */
function faultOf({ expanded, instructions }: StageNode): string | null {
  if (expanded !== 'scratch') return 'which is not FROM scratch';
  const others = instructions.slice(1).filter(({ keyword }) => keyword !== 'ARG');
  const wrong = others.find(({ keyword }) => keyword !== 'ADD');
  if (wrong) return `which has ${wrong.keyword}`;
  const [add] = others;
  if (!add || others.length > 1) return 'which has not exactly one ADD';
  const [source, ...more] = add.words.slice(0, -1);
  const text = (add.json ? source?.value : source?.text) ?? '';
  const isLocal = !text.includes('$') && !isWebUrl(text) && !isGitUrl(text);
  return isLocal || more.length > 0 ? 'whose ADD does not fetch one address' : null;
}
