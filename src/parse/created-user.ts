// The user that a Dockerfile creates for its program.
import type { Stage } from './dockerfile/model.ts';
import { membership } from './shell/accounts.ts';

/** Name of the only user that a stage and those it builds on create; `null` when there is none or several. */
export function createdUser(stage: Stage): string | null {
  const names = new Set<string>();
  for (const link of [stage, ...stage.ancestors()])
    for (const { commands } of link.instructions)
      for (const command of commands) {
        const made = membership(command);
        if (made?.created) names.add(made.user);
      }
  const [only] = names;
  return names.size === 1 && only !== undefined && /^[a-z_][\w-]{0,31}$/i.test(only) ? only : null;
}
