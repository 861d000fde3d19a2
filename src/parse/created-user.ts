// The user that a Dockerfile creates for its program.
import type { Range } from '../model.ts';
import { baseShell } from './dockerfile/base-shell.ts';
import type { Stage } from './dockerfile/model.ts';
import { membership } from './shell/accounts.ts';
import type { Command } from './shell/model.ts';

export interface CreatedUser {
  readonly name: string;
  /** As the command gives it. */
  readonly uid: string | null;
  /** The command that creates it. */
  readonly command: Command;
}

/** The only user that a stage and those it builds on create; `null` when there is none or several. */
export function createdUser(stage: Stage): CreatedUser | null {
  const names = new Map<string, Command>();
  for (const link of [stage, ...stage.ancestors()])
    for (const { commands } of link.instructions)
      for (const command of commands) {
        const made = membership(command);
        if (made?.created) names.set(made.user, command);
      }
  const [[name, command] = ['']] = names;
  if (names.size !== 1 || !command || !/^[a-z_][\w-]{0,31}$/i.test(name)) return null;
  const uid = command.option('-u', '--uid');
  return { name, uid: uid && /^[1-9]\d{0,9}$/.test(uid) ? uid : null, command };
}

/** The edit that makes the command give a certain number; `null` where it gives one, or it cannot be told how. */
export function withUid({ command }: CreatedUser, stage: Stage, uid: string): { range: Range; text: string } | null {
  const { name, nameRange, exact } = command;
  const shell = name === 'useradd' ? 'bash' : baseShell(stage);
  if (!exact || !shell || command.has('-u', '--uid')) return null;
  return { range: { start: nameRange.end, end: nameRange.end }, text: ` ${shell === 'dash' ? '--uid' : '-u'} ${uid}` };
}
