// Where a review runs, seen from outside: a snapshot goes in, a report comes out.
import type { Report, Snapshot } from '../model.ts';

export interface Runner {
  readonly kind: 'here' | 'process' | 'docker';
  /** Never rejects for anything in the snapshot: what kills a job becomes a failure notice of the report. */
  run(snapshot: Snapshot): Promise<Report>;
}
