// The check of a review that will not go on: a run that it left behind in progress is completed, and nothing else is done.
import { type Completion, completeCheck } from './check-run.ts';
import { type CheckPlace, findRun } from './find-check.ts';
import { lookTwice } from './once.ts';

/** Runs up to the id `after` are not meant. Rejects as GitHub refuses. */
export async function endCheck(place: CheckPlace, after: number, completion: Completion): Promise<void> {
  const look = () => findRun(place, ({ id, status }) => id > after && status !== 'completed');
  const left = (await look()) ?? (await lookTwice(look));
  if (left) await completeCheck(place, { id: left.id, completed: false, annotated: left.annotated }, completion);
}
