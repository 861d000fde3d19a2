// Every active rule on every file: problems become findings, and a rule that breaks costs one notice.
import * as limits from './limits.ts';
import type { Finding, Fix, Notice, Range, Related } from './model.ts';
import type { ActiveRule } from './presets.ts';
import type { Project } from './project.ts';
import type { Context, Problem, Rule } from './rule.ts';

/** A finding that has no fingerprint yet: it still lacks its ordinal among equals. */
export type Found = Omit<Finding, 'fingerprint'> & { subject: string };

export interface Checked {
  found: Found[];
  notices: Notice[];
}

/** Where a rule's finding leads: its page, whose examples are its tests. */
export const pageOf = (rule: Pick<Rule, 'on' | 'id'>): string =>
  `https://github.com/hullcheck/hullcheck/blob/main/rules/${rule.on}/${rule.id}.md`;

/** `paths`: the files that rules on single files look at; rules on the project see all. */
export function check(
  project: Project,
  active: readonly ActiveRule[],
  paths: ReadonlySet<string>,
  today: string,
  begin?: (path: string) => void,
): Checked {
  const checked: Checked = { found: [], notices: [] };
  for (const file of [...project.dockerfiles, ...project.composeFiles]) {
    if (!paths.has(file.path)) continue;
    begin?.(file.path);
    let left = limits.FINDINGS_PER_FILE;
    for (const one of active) {
      if (one.rule.on !== file.kind) continue;
      const { rule } = one;
      const run = (context: Context<never>) =>
        rule.on === 'dockerfile' && file.kind === 'dockerfile'
          ? rule.check(file, context)
          : rule.on === 'compose' && file.kind === 'compose'
            ? rule.check(file, context)
            : [];
      left -= collect(one, run, file.path, project, today, left, checked);
    }
  }
  for (const one of active) {
    const { rule } = one;
    if (rule.on === 'project')
      collect(one, (context) => rule.check(project, context), '', project, today, limits.FINDINGS_PER_FILE, checked);
  }
  return checked;
}

/** Runs one rule and keeps what it says, up to `limit` findings. Returns how many there were. */
function collect(
  { rule, severity, options }: ActiveRule,
  run: (context: Context<never>) => Iterable<Problem>,
  path: string,
  project: Project,
  today: string,
  limit: number,
  into: Checked,
): number {
  let count = 0;
  try {
    for (const problem of run({ project, options: options as never, today })) {
      if (count >= limit) {
        into.notices.push({
          kind: 'limit',
          about: path,
          message: `More than ${limits.FINDINGS_PER_FILE} findings: the rest is not told.`,
        });
        return count;
      }
      const found = found1(rule, severity, problem, path, project);
      if (found) into.found.push(found);
      else
        into.notices.push({
          kind: 'failure',
          about: path,
          message: `Rule ${rule.id} pointed outside of the file. This is a defect of Hullcheck.`,
        });
      count++;
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    into.notices.push({
      kind: 'failure',
      about: path,
      message: `Rule ${rule.id} failed (${why}). This is a defect of Hullcheck.`,
    });
  }
  return count;
}

/** `null` when a range lies outside of its file. */
function found1(rule: Rule, severity: Found['severity'], problem: Problem, file: string, project: Project): Found | null {
  const path = problem.path ?? file;
  const inside = (range: Range, where: string) => {
    const text = project.source(where)?.text;
    return text !== undefined && range.start >= 0 && range.start <= range.end && range.end <= text.length;
  };
  const related: Related[] = (problem.related ?? []).map((one) => ({
    path: one.path ?? path,
    range: one.at,
    message: one.message,
  }));
  const fix: Fix | undefined = problem.fix && {
    title: problem.fix.title,
    safety: problem.fix.safety ?? rule.fixes ?? 'unsafe',
    edits: problem.fix.edits.map((edit) => ({ path: edit.path ?? path, range: edit.range, text: edit.text })),
  };
  if (!inside(problem.at, path)) return null;
  if (!related.every((one) => inside(one.range, one.path)) || !(fix?.edits ?? []).every((edit) => inside(edit.range, edit.path)))
    return null;
  return {
    rule: rule.id,
    severity,
    category: rule.category,
    path,
    range: problem.at,
    message: problem.message,
    url: pageOf(rule),
    subject: problem.subject ?? project.document(path)?.subject(problem.at) ?? '',
    related,
    ...(fix && { fix }),
  };
}
