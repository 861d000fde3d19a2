// Which folders a RUN keeps out of the layer: those with a cache or tmpfs mount.
import type { Instruction } from './model.ts';

/** Targets of its cache and tmpfs mounts, as written. */
export function cacheTargets(instruction: Instruction): string[] {
  return instruction.flags.flatMap((flag) => {
    if (flag.name !== 'mount' || flag.value === null) return [];
    const fields = flag.value.split(',');
    if (!fields.includes('type=cache') && !fields.includes('type=tmpfs')) return [];
    const target = fields.find((field) => /^(?:target|dst|destination)=/.test(field));
    return target ? [target.slice(target.indexOf('=') + 1)] : [];
  });
}

/** Whether a mount lies on this absolute folder, above it or inside of it; one whose target is a variable may. */
export function hasCacheMount(instruction: Instruction, folder: string): boolean {
  return cacheTargets(instruction).some((target) => target.includes('$') || within(target, folder) || within(folder, target));
}

const closed = (folder: string) => (folder.endsWith('/') ? folder : `${folder}/`);
const within = (inner: string, outer: string) => closed(inner).startsWith(closed(outer));
