// Snapshot → Report: discover, parse, check, findings. The whole story on one screen; no files, network, clock or console.
import { check, type Found } from './check.ts';
import { fingerprinted, hide, identity, verdictOf } from './findings.ts';
import { holds, saying } from './fix.ts';
import { ignoresOf } from './ignore.ts';
import type { Finding, Notice, Report, Snapshot, SourceFile } from './model.ts';
import { activeRules } from './presets.ts';
import { type Project, readProject } from './project.ts';
import type { Rule } from './rule.ts';

export interface ReviewOptions {
  rules: readonly Rule[];
  /** Told before a file is read or judged. */
  begin?: (path: string) => void;
}

export function review(snapshot: Snapshot, { rules, begin }: ReviewOptions): Report {
  const { settings, kinds, tree, touched, today } = snapshot;
  const active = activeRules(rules, settings);
  const read = (files: readonly SourceFile[], told?: typeof begin) =>
    readProject(files, { settings, kinds, tree, ...(told && { begin: told }) });
  const judge = (project: Project, paths: ReadonlySet<string>) => check(project, active, paths, today, begin);

  const project = read(snapshot.head, begin);
  const documents = [...project.dockerfiles, ...project.composeFiles];
  const reviewed = new Set(snapshot.reviewed.filter((path) => project.document(path)));
  const { found, notices } = judge(project, reviewed);

  const base = touched ? baseFindings(snapshot, read, judge) : { findings: [], notices: [] };
  const findings = hide(fingerprinted(found), {
    reviewed,
    touched,
    ignores: new Map(documents.map((document) => [document.path, ignoresOf(document)])),
    starts: (path) => project.document(path)?.starts ?? [],
    onBase: new Set(base.findings.map(identity)),
  });
  const proved = touched ? provedFixes(findings, snapshot.head, read, (changed) => judge(changed, reviewed).found) : findings;
  const now = new Set(findings.map(identity));
  const allNotices: Notice[] = [...snapshot.notices, ...notices, ...base.notices];
  return {
    of: snapshot.of,
    files: documents.filter((document) => reviewed.has(document.path)).map((document) => document.source),
    findings: proved,
    fixed: base.findings.filter((finding) => !now.has(identity(finding))).map(({ range, related, fix, ...rest }) => rest),
    notices: allNotices,
    wants: project.missing.filter((path) => wanted(path, snapshot)),
    verdict: verdictOf(proved, allNotices, settings.failOn),
  };
}

const wanted = (path: string, { notices }: Snapshot) => !notices.some((notice) => notice.about === path);

/** The base as a whole: what the change did not touch is as at the head. Paths are those of the head. */
function baseFindings(
  { head, base, touched, reviewed }: Snapshot,
  read: (files: readonly SourceFile[]) => Project,
  judge: (project: Project, paths: ReadonlySet<string>) => { found: Found[]; notices: Notice[] },
): { findings: Finding[]; notices: Notice[] } {
  const before = new Map(base.map((file) => [file.path, file]));
  const files: SourceFile[] = [];
  for (const file of head) {
    const old = before.get(file.previousPath ?? file.path);
    if (old) files.push({ ...old, path: file.path });
    else if (!touched || !Object.hasOwn(touched, file.path)) files.push(file);
  }
  const { found, notices } = judge(read(files), new Set(reviewed));
  return { findings: fingerprinted(found), notices };
}

/** Fixes of shown findings that are offered on a pull request: what can't be proved is not offered. */
function provedFixes(
  findings: readonly Finding[],
  head: readonly SourceFile[],
  read: (files: readonly SourceFile[]) => Project,
  found: (project: Project) => readonly Found[],
): Finding[] {
  const before = findings.map(saying);
  return findings.map((finding) => {
    if (!finding.fix || finding.hidden) return finding;
    const judge = (changed: readonly SourceFile[]) => {
      const texts = new Map(changed.map((file) => [file.path, file]));
      return found(read(head.map((file) => texts.get(file.path) ?? file))).map(saying);
    };
    if (holds(finding, head, before, judge)) return finding;
    const { fix, ...rest } = finding;
    return rest;
  });
}
