// What is left of a snapshot, or of a report, without the files that no job could review.
import { JOB_LAST_BYTES } from '../limits.ts';
import type { Notice, Report, Snapshot, SourceFile } from '../model.ts';

const REMEDY = 'To go on without it, add its path to ignore in .github/hullcheck.yml.';

/** The snapshot without files of the head that have a reason in `lost`, on either side, and with a notice for each. */
export function without(snapshot: Snapshot, lost: Pick<WeakMap<SourceFile, string>, 'get'>): Snapshot {
  const paths = new Set<string>();
  const before = new Set<string>();
  const notices: Notice[] = [];
  for (const file of snapshot.head) {
    const why = lost.get(file);
    if (why === undefined) continue;
    paths.add(file.path);
    before.add(file.previousPath ?? file.path);
    notices.push({ kind: 'failure', about: file.path, message: `Not reviewed: ${why}. ${REMEDY}` });
  }
  if (paths.size === 0) return snapshot;
  return {
    ...snapshot,
    reviewed: snapshot.reviewed.filter((path) => !paths.has(path)),
    head: snapshot.head.filter((file) => !paths.has(file.path)),
    base: snapshot.base.filter((file) => !before.has(file.path)),
    notices: [...snapshot.notices, ...notices],
  };
}

/** All but the smallest files that make up JOB_LAST_BYTES together. */
export function largest(files: readonly SourceFile[]): SourceFile[] {
  let bytes = 0;
  return files
    .toSorted((a, b) => a.text.length - b.text.length)
    .filter((file) => {
      bytes += Buffer.byteLength(file.text);
      return bytes > JOB_LAST_BYTES;
    });
}

/** A report that says only why there is none. */
export function nothing({ of, notices }: Snapshot, message: string): Report {
  const failure: Notice = { kind: 'failure', about: 'review', message };
  return { of, files: [], findings: [], fixed: [], notices: [...notices, failure], wants: [], verdict: 'incomplete' };
}
