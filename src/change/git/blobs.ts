// Texts of a commit's files, many in two runs of git.
import { FILE_BYTES } from '../../limits.ts';
import type { Git } from './command.ts';

/** Contents by blob id. Those that are larger than one file may be, or are not there, are missing. */
export async function readBlobs(git: Git, ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  const blobs = new Map<string, Buffer>();
  if (ids.length === 0) return blobs;
  const sizes = await git(['cat-file', '--batch-check'], `${ids.join('\n')}\n`);
  if (!sizes.ok) return blobs;
  const small = sizes.out
    .toString('utf8')
    .split('\n')
    .flatMap((line) => {
      const [, id = '', size] = /^([0-9a-f]+) blob (\d+)$/.exec(line) ?? [];
      return size !== undefined && Number(size) <= FILE_BYTES ? [id] : [];
    });
  if (small.length === 0) return blobs;
  const contents = await git(['cat-file', '--batch'], `${small.join('\n')}\n`);
  if (!contents.ok) return blobs;
  let at = 0;
  for (;;) {
    const end = contents.out.indexOf(10, at);
    const [, id, size] = /^([0-9a-f]+) blob (\d+)$/.exec(end < 0 ? '' : contents.out.toString('utf8', at, end)) ?? [];
    if (id === undefined) return blobs;
    blobs.set(id, contents.out.subarray(end + 1, end + 1 + Number(size)));
    at = end + 1 + Number(size) + 1;
  }
}
