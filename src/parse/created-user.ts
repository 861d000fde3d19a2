// The user that a Dockerfile creates for its program.
import type { Stage } from './dockerfile/model.ts';
import { membership } from './shell/accounts.ts';

export interface CreatedUser {
  readonly name: string;
  /** As the command gives it. */
  readonly uid: string | null;
}

/** The only user that a stage and those it builds on create; `null` when there is none or several. */
export function createdUser(stage: Stage): CreatedUser | null {
  const names = new Map<string, string | null>();
  for (const link of [stage, ...stage.ancestors()])
    for (const { commands } of link.instructions)
      for (const command of commands) {
        const made = membership(command);
        if (made?.created) names.set(made.user, command.option('-u', '--uid'));
      }
  const [[name, uid] = ['', null]] = names;
  return names.size === 1 && /^[a-z_][\w-]{0,31}$/i.test(name)
    ? { name, uid: uid && /^[1-9]\d{0,9}$/.test(uid) ? uid : null }
    : null;
}
