// Which program /bin/sh is in the image that a stage begins with.
import { type KnownShell, knownShell } from '../known-shells.ts';
import type { Stage } from './model.ts';

/** `null` where nothing is known about the base image. */
export function baseShell(stage: Stage): KnownShell | null {
  const ref = (stage.ancestors().at(-1) ?? stage).ref;
  return ref && knownShell(ref);
}
