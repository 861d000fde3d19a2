// The image that a stage begins with in the end, through the stages it builds on.
import type { ImageRef } from '../image.ts';
import type { Stage } from './model.ts';

/** `null` for `scratch`, and where a variable hides it. */
export const baseRef = (stage: Stage): ImageRef | null => (stage.ancestors().at(-1) ?? stage).ref;

const WINDOWS = /windows|nanoserver|servercore/i;

export function isWindows(stage: Stage): boolean {
  const first = stage.ancestors().at(-1) ?? stage;
  const platform = first.platform?.value ?? '';
  return /^windows/i.test(platform) || (!!first.ref && WINDOWS.test(first.ref.text) && !/^linux/i.test(platform));
}
