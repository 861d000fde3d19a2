// Every active rule on every file: problems become findings, and a rule that breaks costs one notice.
import type { UnusedIgnore } from './ignore/unused.ts';
import { inFile } from './in-file.ts';
import * as limits from './limits.ts';
import type { Finding, Fix, Notice, Range, Related } from './model.ts';
import type { ActiveRule } from './presets.ts';
import type { Document, Project } from './project.ts';
import { isRefused } from './refused.ts';
import type { Context, Problem, Rule } from './rule.ts';

/** A finding that has no fingerprint yet: it still lacks its ordinal among equals. */
export type Found = Omit<Finding, 'fingerprint'> & { subject: string };

export type Scan = Context['scan'];

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
  scan: Scan = null,
): Checked {
  const checked: Checked = { found: [], notices: [] };
  const asked = active.map((one) => ({
    one,
    context: { project, options: one.options as never, today, unusedIgnores: [], scan },
  }));
  const on = (kind: Rule['on']) => asked.filter(({ one }) => one.rule.on === kind);
  const run = (subject: Document | Project, path: string, those: typeof asked) => {
    let left = limits.FINDINGS_PER_FILE;
    for (const { one, context } of those) {
      left -= collect(one, subject, context, path, left, checked);
      if (left < 0) break;
    }
  };
  const onFiles = (files: readonly Document[], those: typeof asked) => {
    for (const file of files) {
      if (!paths.has(file.path)) continue;
      begin?.(file.path);
      run(file, file.path, those);
      if (file.kind === 'dockerfile') file.forget();
    }
  };
  const forDockerfiles = on('dockerfile');
  onFiles(project.dockerfiles, forDockerfiles);
  onFiles(project.composeFiles, on('compose'));
  for (const { file, dockerfile } of project.inlines) if (paths.has(file.path)) run(dockerfile, file.path, forDockerfiles);
  run(
    project,
    '',
    on('project').filter(({ one }) => one.rule.on === 'project' && !one.rule.last),
  );
  return checked;
}

/** What those rules say that are asked last. */
export function checkLast(
  project: Project,
  active: readonly ActiveRule[],
  unusedIgnores: readonly UnusedIgnore[],
  today: string,
): Checked {
  const checked: Checked = { found: [], notices: [] };
  if (unusedIgnores.length === 0) return checked;
  for (const one of active) {
    const { rule, options } = one;
    if (rule.on !== 'project' || !rule.last) continue;
    const context = { project, options: options as never, today, unusedIgnores, scan: null };
    collect(one, project, context, '', limits.FINDINGS_PER_FILE, checked);
  }
  return checked;
}

/**
 * Keeps what one rule says of what it is on, up to `limit` findings. Returns how many there were; one more than `limit` when there are
 * too many. Most rules say nothing of most files: nothing is made before there is something to keep.
 */
function collect(
  { rule, severity }: ActiveRule,
  subject: Document | Project,
  context: Context<never>,
  path: string,
  limit: number,
  into: Checked,
): number {
  const { project } = context;
  const within = 'path' in subject ? subject.path : '';
  let count = 0;
  try {
    for (const problem of rule.check(subject as never, context)) {
      count++;
      if (count > limit) {
        into.notices.push(notice('limit', path, `More than ${limits.FINDINGS_PER_FILE} findings: the rest is not told.`));
        break;
      }
      const placed = inFile(within !== path && problem.path === undefined ? { ...problem, path: within } : problem, project);
      // Of what the environment puts into a file nothing is known.
      if (placed === null) continue;
      const found = complete(rule, severity, placed, path, project);
      if (found) into.found.push(found);
      else
        into.notices.push(notice('failure', path, `Rule ${rule.id} pointed outside of the file. This is a defect of Hullcheck.`));
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    into.notices.push(notice('failure', path, `Rule ${rule.id} failed (${why}). This is a defect of Hullcheck.`));
  }
  return count;
}

const notice = (kind: Notice['kind'], path: string, message: string): Notice => ({ kind, about: path || 'project', message });

/** `null` when a range lies outside of its file. */
function complete(rule: Rule, severity: Found['severity'], problem: Problem, file: string, project: Project): Found | null {
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
  const fix = fixOf(rule, problem, path);
  if (!inside(problem.at, path)) return null;
  if (!related.every((one) => inside(one.range, one.path)) || !(fix?.edits ?? []).every((edit) => inside(edit.range, edit.path)))
    return null;
  const guessed = rule.category !== 'syntax' && fix?.edits.some((edit) => isRefused(project.document(edit.path), edit.range));
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
    ...(problem.code !== undefined && { code: problem.code }),
    ...(fix && !guessed && { fix }),
  };
}

const fixOf = (rule: Rule, { fix }: Problem, path: string): Fix | undefined =>
  fix && {
    title: fix.title,
    safety: fix.safety ?? rule.fixes ?? 'unsafe',
    edits: fix.edits.map((edit) => ({ path: edit.path ?? path, range: edit.range, text: edit.text })),
  };
