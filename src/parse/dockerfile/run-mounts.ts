// The mounts of one RUN with the places of their fields.
import type { Range } from '../../model.ts';
import type { Dockerfile, Instruction } from './model.ts';
import { readMount } from './run-mount.ts';

export interface RunMount {
  /** `bind` where none is said. */
  readonly type: string;
  readonly fields: readonly {
    /** Lower case. */
    readonly key: string;
    readonly value: string | null;
    /** From the key to the end of the value; `null` where it is written with quotes. */
    readonly range: Range | null;
  }[];
}

export function runMounts(file: Dockerfile, run: Instruction): RunMount[] {
  return run.flags.flatMap(({ name, value, valueRange }) => {
    const read = name === 'mount' && value ? readMount(value) : null;
    if (!read || !valueRange) return [];
    let at = valueRange.start;
    const fields = read.map(({ key, value: text }) => {
      const length = key.length + (text === null ? 0 : text.length + 1);
      const written = file.source.text.slice(at, at + length);
      const plain = written.toLowerCase().startsWith(key) && (text === null || written.endsWith(`=${text}`));
      const range = plain ? { start: at, end: at + length } : null;
      at += plain ? length + 1 : valueRange.end;
      return { key, value: text, range };
    });
    return [{ type: fields.find(({ key }) => key === 'type')?.value ?? 'bind', fields }];
  });
}
