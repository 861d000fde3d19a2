// How an update of package lists that stands alone comes into the RUNs that install from them.
import type { Range } from '../model.ts';
import { hasCacheMount } from './dockerfile/cache-mount.ts';
import type { Dockerfile } from './dockerfile/model.ts';
import { shippedStages } from './dockerfile/shipped.ts';
import { wholeLines } from './dockerfile/whole-lines.ts';
import type { PackageCommand } from './packages.ts';
import { appendCommand } from './shell/append.ts';
import type { Command } from './shell/model.ts';
import { withoutCommand } from './shell/without-command.ts';

interface TextEdit {
  readonly range: Range;
  readonly text: string;
}

const LISTS = '/var/lib/apt/lists';

/** `null` where something stands in the way. Moves the update in front of the first install of each RUN that relies on it; where the lists would stay in the image, they go there, too. */
export function updateTogether(
  file: Dockerfile,
  { command }: PackageCommand,
  installs: readonly PackageCommand[],
): TextEdit[] | null {
  const { instruction: run } = command;
  const first = installs.filter(
    (one, i) => installs.findIndex((other) => other.command.instruction === one.command.instruction) === i,
  );
  const plain = [command, ...first.map((one) => one.command)];
  if (plain.some(({ exact, wrappers }) => !exact || wrappers.length > 0) || run.comments.length > 0 || run.heredocs.length > 0)
    return null;
  const range = run.commands.length === 1 && command.depth === 0 ? wholeLines(file, run) : withoutCommand(file, command);
  const update = file.source.text.slice(command.range.start, command.range.end);
  if (!range || /[\n#]/.test(update)) return null;
  const inserts = first.map((one) => ({
    range: { start: one.command.range.start, end: one.command.range.start },
    text: `${update} && `,
  }));
  const removals = first.flatMap((one) => withoutLists(file, one.command));
  return [{ range, text: '' }, ...inserts, ...removals];
}

function withoutLists(file: Dockerfile, { name, instruction: run }: Command): TextEdit[] {
  const kept = run.commands.some(
    (one) => one.name === 'rm' && one.args.some(({ text }) => text.includes(LISTS) || text.includes('$')),
  );
  if (!name.startsWith('apt') || kept || hasCacheMount(run, LISTS) || !run.stage || !shippedStages(file).has(run.stage))
    return [];
  const edit = appendCommand(file, run, `rm -rf ${LISTS}/*`);
  return edit ? [edit] : [];
}
