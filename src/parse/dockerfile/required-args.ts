// Build arguments that a FROM needs and that have no default: a build that is not given them stops there.
import { parseImage } from '../image.ts';
import { isPredefinedArgument } from './build-args.ts';
import type { Dockerfile, Instruction, Stage } from './model.ts';

export interface RequiredArgument {
  readonly name: string;
  readonly stage: Stage;
  readonly from: Instruction;
}

const known = new WeakMap<Dockerfile, readonly RequiredArgument[]>();

/** For each FROM whose image is none without the argument. */
export function requiredArguments(file: Dockerfile): readonly RequiredArgument[] {
  const before = known.get(file);
  if (before) return before;
  const bare = new Set(
    file
      .instructions('ARG')
      .filter(({ stage }) => stage === null)
      .flatMap(({ pairs }) => pairs.flatMap(({ name, value }) => (value === null ? [name.value] : [])))
      .filter((name) => !isPredefinedArgument(name)),
  );
  const found = bare.size === 0 ? [] : file.stages.flatMap((stage) => needsOf(stage, bare));
  known.set(file, found);
  return found;
}

/** `$NAME` and `${NAME}`: other forms say what holds without a value. */
function needsOf(stage: Stage, bare: ReadonlySet<string>): RequiredArgument[] {
  const text = stage.image?.text ?? '';
  if (/\$\{\w+[^\w}]/.test(text)) return [];
  const used = [...text.matchAll(/\$\{?(\w+)\}?/g)].map((match) => match[1] ?? '');
  if (used.length === 0 || !used.every((name) => bare.has(name))) return [];
  const without = text.replace(/\$\{?\w+\}?/g, '');
  if (without !== '' && parseImage(without) !== null) return [];
  return [...new Set(used)].map((name) => ({ name, stage, from: stage.from }));
}
