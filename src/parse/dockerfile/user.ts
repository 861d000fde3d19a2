// Who runs: the USER in force at a place, through the stages it builds on.
import { knownUser } from '../known-images.ts';
import type { Dockerfile, Instruction, Stage } from './model.ts';

/** The last USER of a stage or of those that it builds on; with `before`, only those above that instruction. */
export function lastUser(stage: Stage, before?: Instruction): Instruction | null {
  for (const link of [stage, ...stage.ancestors()]) {
    const users = named(link.instructionsOf('USER'));
    const found = users[(before ? above(users, before.startLine) : users.length) - 1];
    if (found) return found;
  }
  return null;
}

const namedOf = new WeakMap<readonly Instruction[], readonly Instruction[]>();

/** Those that name a user. */
function named(users: readonly Instruction[]): readonly Instruction[] {
  const found = namedOf.get(users) ?? users.filter(({ text }) => text !== '');
  namedOf.set(users, found);
  return found;
}

/** How many of them stand above a line. */
function above(users: readonly Instruction[], line: number): number {
  let [low, high] = [0, users.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((users[middle]?.startLine ?? line) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether a USER means root, or who is like root on Windows; `null` when a variable hides it. */
export function isRoot(file: Dockerfile, user: Instruction): boolean | null {
  const value = file.expand(user.text, user);
  if (value === null) return null;
  return /^(?:root|0+)(?::|$)/.test(value.trim()) || /^\s*ContainerAdministrator\s*$/i.test(value);
}

/** Whether an instruction is carried out as root; `null` when its base image or a variable decides and nothing is known about them. */
export function buildsAsRoot(file: Dockerfile, stage: Stage, instruction: Instruction): boolean | null {
  const user = lastUser(stage, instruction);
  if (user) return isRoot(file, user);
  const first = stage.ancestors().at(-1) ?? stage;
  if (first.image?.value === 'scratch') return true;
  return (first.ref && knownUser(first.ref)?.root) ?? null;
}

const DROPPERS = /(?:^|\/)(?:gosu|su-exec|setpriv|s6-overlay|s6-setuidgid|chpst|suexec|runuser)\b/;

/** Whether a stage brings a program that gives up root when the container starts, so that its entrypoint may begin as root. */
export function dropsRoot(stage: Stage): boolean {
  return [stage, ...stage.ancestors()].some((link) =>
    link.instructions.some(
      (instruction) =>
        instruction.commands.some(({ name, args }) => DROPPERS.test(name) || args.some((arg) => DROPPERS.test(arg.text))) ||
        (['COPY', 'ADD', 'ENTRYPOINT', 'CMD'].includes(instruction.keyword) && DROPPERS.test(instruction.text)),
    ),
  );
}
