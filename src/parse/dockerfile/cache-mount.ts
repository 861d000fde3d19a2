// Whether a RUN keeps a folder out of the layer: a cache or tmpfs mount lies on it.
import type { Instruction } from './model.ts';

/** `folder` is absolute; a mount on it, above it or inside of it counts. */
export function hasCacheMount(instruction: Instruction, folder: string): boolean {
  return instruction.flags.some((flag) => {
    if (flag.name !== 'mount' || flag.value === null) return false;
    const fields = flag.value.split(',');
    if (!fields.includes('type=cache') && !fields.includes('type=tmpfs')) return false;
    const target = fields.find((field) => /^(?:target|dst|destination)=/.test(field))?.replace(/^\w+=/, '') ?? '';
    return target.includes('$') || within(target, folder) || within(folder, target);
  });
}

const within = (inner: string, outer: string) => `${inner}/`.replace(/\/+$/, '/').startsWith(outer.replace(/\/*$/, '/'));
