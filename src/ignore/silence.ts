// Whether a comment may hide a finding: one that the change itself brings needs a reason, and never hides an error of security.
import type { AddedIgnore, Finding } from '../model.ts';
import type { Changed } from './added.ts';
import type { Ignore } from './ignore.ts';
import { means, type Names } from './names.ts';

/** The ignore comments of one file. */
export interface Ignores extends Changed {
  all: readonly Ignore[];
}

type Judged = Pick<Finding, 'rule' | 'code' | 'range' | 'severity' | 'category'>;

/** Comments that speak of a finding, whether they may hide it or not. */
export const speakingOf = ({ all }: Ignores, finding: Pick<Judged, 'rule' | 'code' | 'range'>, names: Names): Ignore[] =>
  all.filter(
    ({ covers, ...said }) =>
      covers.start <= finding.range.start && finding.range.start <= covers.end && means(said, finding, names),
  );

const mayHide = (ignore: Ignore, { added, moved }: Ignores, { severity, category }: Judged): boolean =>
  severity === 'error' && category === 'security' ? !moved.has(ignore) : !added.has(ignore) || ignore.reason !== '';

/** The comment that hides a finding. */
export const hiding = (ignores: Ignores, finding: Judged, names: Names): Ignore | undefined =>
  speakingOf(ignores, finding, names).find((ignore) => mayHide(ignore, ignores, finding));

/** What the change's own comments in one file did and did not hide. */
export function tellAdded(path: string, ignores: Ignores, findings: readonly Finding[], names: Names): AddedIgnore[] {
  const told = new Map(
    ignores.all
      .filter((ignore) => ignores.added.has(ignore))
      .map((ignore): [Ignore, AddedIgnore] => [
        ignore,
        {
          path,
          range: ignore.at,
          rules: [...(ignore.rules ?? [])],
          tool: ignore.tool,
          reason: ignore.reason,
          hides: 0,
          refused: 0,
        },
      ]),
  );
  if (told.size === 0) return [];
  for (const finding of findings) {
    const hider = hiding(ignores, finding, names);
    for (const ignore of speakingOf(ignores, finding, names)) {
      const one = told.get(ignore);
      if (one && ignore === hider) one.hides++;
      else if (one && !hider && !finding.hidden) one.refused++;
    }
  }
  return [...told.values()];
}
