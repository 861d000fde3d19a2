// How an update of package lists that stands alone comes into the RUNs that install from them.
import type { Range } from '../model.ts';
import { hasCacheMount } from './dockerfile/cache-mount.ts';
import type { Dockerfile, Stage } from './dockerfile/model.ts';
import { takenAway, wholeLines } from './dockerfile/whole-lines.ts';
import type { PackageCommand } from './packages.ts';
import { appendCommand } from './shell/append.ts';
import { andThen } from './shell/list-style.ts';
import type { Command } from './shell/model.ts';
import { withoutCommand } from './shell/without-command.ts';

interface TextEdit {
  readonly range: Range;
  readonly text: string;
}

const LISTS = '/var/lib/apt/lists';

/** `null` where something stands in the way. Moves the update in front of these installs; where the lists would stay in the image, they go there, too. */
export function updateTogether(
  file: Dockerfile,
  { command }: PackageCommand,
  installs: readonly PackageCommand[],
  shipped: ReadonlySet<Stage>,
): TextEdit[] | null {
  const { instruction: run } = command;
  const plain = [command, ...installs.map((one) => one.command)];
  if (plain.some(({ exact, wrappers }) => !exact || wrappers.length > 0) || run.comments.length > 0 || run.heredocs.length > 0)
    return null;
  const range =
    run.commands.length === 1 && command.depth === 0 ? takenAway(file, wholeLines(file, run)) : withoutCommand(file, command);
  const update = file.source.text.slice(command.range.start, command.range.end);
  if (!range || /[\n#]/.test(update)) return null;
  const inserts = installs.map((one) => ({
    range: { start: one.command.range.start, end: one.command.range.start },
    text: `${update}${andThen(file, one.command.instruction)}`,
  }));
  const removals = installs.flatMap((one) => withoutLists(file, one.command, shipped));
  return [{ range, text: '' }, ...inserts, ...removals];
}

function withoutLists(file: Dockerfile, { name, instruction: run }: Command, shipped: ReadonlySet<Stage>): TextEdit[] {
  const kept = run.commands.some(
    (one) => one.name === 'rm' && one.args.some(({ text }) => text.includes(LISTS) || text.includes('$')),
  );
  if (!name.startsWith('apt') || kept || hasCacheMount(run, LISTS) || !run.stage || !shipped.has(run.stage)) return [];
  const edit = appendCommand(file, run, `rm -rf ${LISTS}/*`);
  return edit ? [edit] : [];
}
