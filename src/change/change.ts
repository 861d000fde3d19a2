// Where a change comes from, as the review sees it: a first snapshot, and a hand that brings further files when asked.
import type { Notice, Snapshot, SourceFile } from '../model.ts';

export interface Brought {
  files: SourceFile[];
  /** The base's texts of those that the change touches. */
  base?: SourceFile[];
  /** Those that do not exist, where the tree of the snapshot does not tell. */
  absent?: string[];
  notices: Notice[];
}

export interface Change {
  snapshot: Snapshot;
  /** Paths that were looked for already: what there is of them is in the snapshot. */
  tried?: readonly string[];
  /** Brings head texts by path, within its caps. What does not exist is not among them. */
  bring(paths: readonly string[]): Promise<Brought>;
}
