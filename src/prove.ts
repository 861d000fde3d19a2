// The proof that fixes do what they promise: what can't be proved is not offered on a pull request.
import { check, type Found } from './check.ts';
import { atLeast } from './findings.ts';
import { applyFixes } from './fix.ts';
import { PROOF_CHARACTERS } from './limits.ts';
import type { Finding, Notice, SourceFile } from './model.ts';
import type { ActiveRule } from './presets.ts';
import type { Project } from './project.ts';

export interface Proving {
  head: readonly SourceFile[];
  /** What was found at the head. */
  found: readonly Pick<Found, 'rule' | 'path' | 'message'>[];
  active: readonly ActiveRule[];
  today: string;
  read(files: readonly SourceFile[]): Project;
}

/** Takes the fix from every shown finding where applying it alone leaves the finding, or brings another one. */
export function provedFixes(findings: readonly Finding[], proving: Proving): { findings: Finding[]; notices: Notice[] } {
  const sources = new Map(proving.head.map((file) => [file.path, file]));
  const worstFirst = findings
    .filter(({ fix, hidden }) => fix && !hidden)
    .sort((a, b) => Number(atLeast(b.severity, a.severity)) - Number(atLeast(a.severity, b.severity)));
  let left = PROOF_CHARACTERS;
  let unproved = 0;
  const trials: Trial[] = [];
  for (const finding of worstFirst) {
    const paths = new Set(finding.fix?.edits.map(({ path }) => path));
    const { files } = applyFixes(
      [...paths].flatMap((path) => sources.get(path) ?? []),
      [finding],
      'unsafe',
    );
    left -= files.reduce((sum, file) => sum + file.text.length, 0);
    if (left < 0) unproved++;
    else if (files.length > 0) trials.push({ finding, files });
  }
  const kept = new Set(sideBySide(trials).flatMap((batch) => proved(batch, proving)));
  const notice: Notice = {
    kind: 'limit',
    about: 'fixes',
    message: `There is so much to fix that ${unproved} fixes were not tried out; they are not offered.`,
  };
  return {
    findings: findings.map((finding) => (kept.has(finding) || finding.hidden ? finding : withoutFix(finding))),
    notices: unproved > 0 ? [notice] : [],
  };
}

function withoutFix({ fix, ...finding }: Finding): Finding {
  return finding;
}

/** One fix, and the files as it leaves them. */
interface Trial {
  finding: Finding;
  files: readonly SourceFile[];
}

/** Trials of different files are made at once: the project is read and judged as often as the file with the most fixes has some. */
function sideBySide(trials: readonly Trial[]): Trial[][] {
  const batches: Trial[][] = [];
  const next = new Map<string, number>();
  for (const trial of trials) {
    const at = Math.max(...trial.files.map(({ path }) => next.get(path) ?? 0));
    for (const { path } of trial.files) next.set(path, at + 1);
    batches[at] = [...(batches[at] ?? []), trial];
  }
  return batches;
}

/** What does not hold beside others is tried once more alone: across files one may disturb the other. */
function proved(batch: readonly Trial[], proving: Proving): Finding[] {
  const holding = held(batch, proving);
  const again = batch.length > 1 ? batch.filter((trial) => !holding.includes(trial)) : [];
  return [...holding, ...again.flatMap((trial) => held([trial], proving))].map(({ finding }) => finding);
}

/** Those that take their finding away and bring no other one, in their own files or in what nobody else touches. */
function held(batch: readonly Trial[], { head, found, active, today, read }: Proving): Trial[] {
  const texts = new Map(batch.flatMap(({ files }) => files.map((file) => [file.path, file])));
  const project = read(head.map((file) => texts.get(file.path) ?? file));
  const onProject = new Set(active.filter(({ rule }) => rule.on === 'project').map(({ rule }) => rule.id));
  const before = counts(found.filter(({ path, rule }) => texts.has(path) || onProject.has(rule)));
  const after = counts(check(project, active, new Set(texts.keys()), today).found);
  const more = new Set([...after].flatMap(([what, { path, count }]) => (count > (before.get(what)?.count ?? 0) ? [path] : [])));
  const elsewhere = [...more].some((path) => !texts.has(path));
  return batch.filter(({ finding, files }) => {
    const own = saying(finding);
    if (elsewhere || files.some(({ path }) => more.has(path))) return false;
    return (after.get(own)?.count ?? 0) < (before.get(own)?.count ?? 0);
  });
}

/** A finding without its place, which a fix may move. */
const saying = ({ rule, path, message }: Pick<Finding, 'rule' | 'path' | 'message'>): string =>
  `${rule} ${path} ${message.replace(/\blines? \d+/gi, 'line')}`;

type Counts = ReadonlyMap<string, { path: string; count: number }>;

function counts(findings: readonly Pick<Finding, 'rule' | 'path' | 'message'>[]): Counts {
  const map = new Map<string, { path: string; count: number }>();
  for (const finding of findings) {
    const what = saying(finding);
    map.set(what, { path: finding.path, count: (map.get(what)?.count ?? 0) + 1 });
  }
  return map;
}
