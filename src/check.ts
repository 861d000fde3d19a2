// Every active rule on every file: problems become findings, and a rule that breaks costs one notice.
import type { UnusedIgnore } from './ignore/unused.ts';
import { inFile } from './in-file.ts';
import * as limits from './limits.ts';
import type { Finding, Fix, Notice, Range, Related } from './model.ts';
import type { InlineDockerfile } from './parse/inline/inline.ts';
import type { ActiveRule } from './presets.ts';
import type { Project } from './project.ts';
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
  const run = (path: string, those: typeof asked, problems: (rule: Rule, context: Context<never>) => Iterable<Problem>) => {
    let left = limits.FINDINGS_PER_FILE;
    for (const { one, context } of those) {
      left -= collect(one, () => problems(one.rule, context), path, project, left, checked);
      if (left < 0) break;
    }
  };
  const forDockerfiles = on('dockerfile');
  for (const file of project.dockerfiles) {
    if (!paths.has(file.path)) continue;
    begin?.(file.path);
    run(file.path, forDockerfiles, (rule, context) => (rule.on === 'dockerfile' ? rule.check(file, context) : []));
  }
  const forCompose = on('compose');
  for (const file of project.composeFiles) {
    if (!paths.has(file.path)) continue;
    begin?.(file.path);
    run(file.path, forCompose, (rule, context) => (rule.on === 'compose' ? rule.check(file, context) : []));
  }
  for (const inline of project.inlines) {
    const { path } = inline.file;
    if (!paths.has(path)) continue;
    run(path, forDockerfiles, (rule, context) =>
      rule.on === 'dockerfile' ? inside(inline, rule.check(inline.dockerfile, context)) : [],
    );
  }
  run('', on('project'), (rule, context) => (rule.on === 'project' && !rule.last ? rule.check(project, context) : []));
  return checked;
}

/** What a rule says of a Dockerfile that stands in a Compose file. */
function* inside({ dockerfile }: InlineDockerfile, problems: Iterable<Problem>): Iterable<Problem> {
  for (const problem of problems) yield { path: dockerfile.path, ...problem };
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
    collect(one, () => rule.check(project, context), '', project, limits.FINDINGS_PER_FILE, checked);
  }
  return checked;
}

/** Keeps what one rule says, up to `limit` findings. Returns how many there were; one more than `limit` when there are too many. */
function collect(
  { rule, severity }: ActiveRule,
  problems: () => Iterable<Problem>,
  path: string,
  project: Project,
  limit: number,
  into: Checked,
): number {
  const notice = (kind: Notice['kind'], message: string) => into.notices.push({ kind, about: path || 'project', message });
  let count = 0;
  try {
    for (const problem of problems()) {
      count++;
      if (count > limit) {
        notice('limit', `More than ${limits.FINDINGS_PER_FILE} findings: the rest is not told.`);
        break;
      }
      const placed = inFile(problem, project);
      const found = placed && complete(rule, severity, placed, path, project);
      // Of what the environment puts into a file nothing is known.
      if (placed === null) continue;
      if (found) into.found.push(found);
      else notice('failure', `Rule ${rule.id} pointed outside of the file. This is a defect of Hullcheck.`);
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    notice('failure', `Rule ${rule.id} failed (${why}). This is a defect of Hullcheck.`);
  }
  return count;
}

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
    ...(problem.code !== undefined && { code: problem.code }),
    ...(fix && { fix }),
  };
}
