// The one `cd` of a RUN that a WORKDIR can take the place of.
import type { Command } from '../shell/model.ts';
import type { Instruction } from './model.ts';

export interface ReplaceableCd {
  readonly cd: Command;
  /** What comes behind it; none where the `cd` ends the RUN. */
  readonly next: Command | undefined;
  /** Nothing else stands in the RUN but what comes behind it. */
  readonly alone: boolean;
}

const TEMPORARY = /^\/(?:tmp|var\/tmp|dev|proc|sys)(?:\/|$)/;

/** `RUN cd /x && rest`, with `;`, too, or a `cd` at the end; `null` for several of them, in the middle, or where files only lie for a while. */
export function replaceableCd(run: Instruction): ReplaceableCd | null {
  if (!run.shell || run.heredocs.length > 0) return null;
  const top = run.commands.filter(({ depth, wrappers }) => depth === 0 && wrappers.length === 0);
  const changes = run.commands.filter(({ name }) => name === 'cd');
  const [cd] = changes;
  if (cd?.args.length !== 1 || changes.length > 1) return null;
  if (run.commands.at(-1) === cd && cd.depth === 0 && cd.before !== '||' && cd.before !== '|')
    return { cd, next: undefined, alone: top.length === 1 };
  const [first, next] = top;
  const path = cd.args[0]?.value;
  if (first !== cd || !next || (next.before !== '&&' && next.before !== ';') || !path?.startsWith('/') || TEMPORARY.test(path))
    return null;
  return { cd, next, alone: true };
}
