// Where COPY --from and RUN --mount=…,from= take files from: a stage, a build context, or an image.
import type { Range } from '../../model.ts';
import type { Dockerfile, Instruction } from './model.ts';
import { readMount } from './run-mount.ts';

export interface FileSource {
  readonly instruction: Instruction;
  /** As written. */
  readonly name: string;
  readonly range: Range;
}

/** Every `--from` of COPY and `from=` of RUN mounts, in the order of the text. */
export function fileSources(file: Dockerfile): FileSource[] {
  const found: FileSource[] = [];
  for (const instruction of file.instructions('COPY', 'RUN'))
    for (const { name, value, valueRange } of instruction.flags) {
      if (!value || !valueRange) continue;
      if (instruction.keyword === 'COPY' && name === 'from') found.push({ instruction, name: value, range: valueRange });
      const from = name === 'mount' ? readMount(value)?.find(({ key }) => key === 'from')?.value : null;
      if (from) found.push({ instruction, name: from, range: within(file, valueRange, from) });
    }
  return found;
}

/** The place of a `from=` value in its mount; the whole mount where it is written in some other way. */
function within(file: Dockerfile, mount: Range, from: string): Range {
  const at = file.source.text.slice(mount.start, mount.end).indexOf(`from=${from}`);
  if (at < 0) return mount;
  const start = mount.start + at + 'from='.length;
  return { start, end: start + from.length };
}
