// Updates of package lists that stand alone in a RUN, and the installs below that rely on them.
import type { Dockerfile, Stage } from './dockerfile/model.ts';
import { type Manager, type PackageCommand, packageCommands } from './packages.ts';

export interface StaleInstalls {
  readonly update: PackageCommand;
  /** The first of each RUN, up to the next update of the stage. */
  readonly relying: readonly PackageCommand[];
}

const FRESH = ['--no-cache', '-U', '--update', '--update-cache'] as const;

export function staleInstalls(file: Dockerfile, manager: Manager): StaleInstalls[] {
  const all = packageCommands(file, manager, 'refresh', 'install', 'upgrade');
  const updating = new Set(all.filter(({ task }) => task === 'refresh').map(({ command }) => command.instruction));
  const installing = new Set(all.filter(({ task }) => task !== 'refresh').map(({ command }) => command.instruction));
  const found: { update: PackageCommand; relying: PackageCommand[] }[] = [];
  const open = new Map<Stage | null, { update: PackageCommand; relying: PackageCommand[] }>();
  for (const one of all) {
    const { instruction: run } = one.command;
    const current = open.get(run.stage);
    if (one.task === 'refresh' && current?.update.command.instruction !== run) {
      const next = { update: one, relying: [] };
      open.set(run.stage, next);
      if (!installing.has(run)) found.push(next);
    }
    const relies = one.task === 'install' && !updating.has(run) && !one.command.has(...FRESH);
    if (relies && current && current.relying.at(-1)?.command.instruction !== run) current.relying.push(one);
  }
  return found.filter(({ relying }) => relying.length > 0);
}
