// Which RUNs leave a package manager's cache in a layer of the image.
import { cacheTargets } from './dockerfile/cache-mount.ts';
import type { Dockerfile, Instruction, Stage } from './dockerfile/model.ts';
import { shippedStages } from './dockerfile/shipped.ts';
import { type Manager, type PackageCommand, packageCommands } from './packages.ts';
import type { Command } from './shell/model.ts';

/** The first command of each RUN of some stages that fills the cache behind which nothing clears it. Default: the stages whose layers are in the final image. */
export function uncleaned(
  file: Dockerfile,
  manager: Manager,
  folders: RegExp,
  stages: ReadonlySet<Stage> = shippedStages(file),
): PackageCommand[] {
  const cleaned = new Map<Instruction, number>();
  const clears = ({ name, args }: Command) =>
    /^(?:rm|find)$/.test(name) && args.some(({ text }) => folders.test(text) || text.includes('$'));
  const cleans = [
    ...packageCommands(file, manager, 'clean').map(({ command }) => command),
    ...file.commands('rm', 'find').filter(clears),
  ];
  for (const { instruction, range } of cleans) cleaned.set(instruction, Math.max(range.start, cleaned.get(instruction) ?? 0));
  const first = new Map<Instruction, PackageCommand>();
  const last = new Map<Instruction, PackageCommand>();
  // zypper reads the repositories for what it removes, too.
  const tasks = manager === 'zypper' ? (['install', 'upgrade', 'remove'] as const) : (['install', 'upgrade'] as const);
  for (const one of packageCommands(file, manager, ...tasks)) {
    const run = one.command.instruction;
    if (!first.has(run) && one.task === 'remove') continue;
    if (!first.has(run)) first.set(run, one);
    last.set(run, one);
  }
  return [...first].flatMap(([run, one]) => {
    if (!run.stage || !stages.has(run.stage)) return [];
    if (cacheTargets(run).some((target) => folders.test(target) || target.includes('$'))) return [];
    const end = last.get(run)?.command.range.end ?? 0;
    return (cleaned.get(run) ?? -1) >= end ? [] : [one];
  });
}
