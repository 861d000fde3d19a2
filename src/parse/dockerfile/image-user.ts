// The unprivileged user that a stage sets for its containers.
import type { Range } from '../../model.ts';
import type { Dockerfile, Stage } from './model.ts';
import { isRoot, lastUser } from './user.ts';

/** `null` when it sets none, when it is root, or when a variable hides it. */
export function imageUser(file: Dockerfile, stage: Stage): { text: string; range: Range } | null {
  const user = lastUser(stage);
  return user && isRoot(file, user) === false ? { text: user.text, range: user.arguments } : null;
}
