// Snapshot → Report: discover, parse, check, findings. The whole story on one screen; no files, network, clock or console.
import { asItWas, baseFiles, besideRemoved } from './before.ts';
import { type Checked, check, checkLast } from './check.ts';
import { fingerprinted, hide, identity, verdictOf } from './findings.ts';
import { namesOf } from './ignore/names.ts';
import { ignoresOfAll } from './ignore/of-all.ts';
import { leftOut } from './ignore/services.ts';
import { tellAdded } from './ignore/silence.ts';
import { unusedIn } from './ignore/unused.ts';
import type { Sides } from './inspect/changes.ts';
import { BESIDE_FILES } from './limits.ts';
import type { Notice, Report, Snapshot, SourceFile } from './model.ts';
import type { ProjectChange } from './picture.ts';
import { activeRules } from './presets.ts';
import { type Project, type ReadOptions, readProject } from './project.ts';
import { provedFixes } from './prove.ts';
import type { Rule } from './rule.ts';

export interface ReviewOptions {
  rules: readonly Rule[];
  parsers: ReadOptions['parsers'];
  /** Tells what the change makes of Compose projects; absent: nobody asks. */
  compare?: (sides: Sides) => ProjectChange[];
  /** What earlier rounds read, if it is to be kept between them. */
  known?: ReadOptions['known'];
  /** Told before a file is read or judged. */
  begin?: (path: string) => void;
}

export function review(snapshot: Snapshot, { rules, parsers, compare, known = new WeakMap(), begin }: ReviewOptions): Report {
  const { settings, kinds, tree, listed, absent, head, touched, today, scanned } = snapshot;
  const active = activeRules(rules, settings);
  const read = (files: readonly SourceFile[], paths = tree) =>
    readProject(files, { parsers, settings, kinds, tree: paths, listed, absent, begin, known });

  const project = read(head);
  const documents = [...project.dockerfiles, ...project.composeFiles];
  const reviewed = new Set(snapshot.reviewed.filter((path) => project.document(path)));
  const scripts = new Set<string>();
  const scan = (script: string) => {
    const known = scanned && Object.hasOwn(scanned, script) ? scanned[script] : undefined;
    if (!known) scripts.add(script);
    return known ?? [];
  };
  const judge = (side: Project, paths: ReadonlySet<string>): Checked => {
    const first = check(side, active, paths, today, begin, scanned ? scan : null);
    const unused = settings.ignoreComments ? unusedIn(side, paths, first, today, { rules, active }) : [];
    const last = checkLast(side, active, unused, today);
    return { found: [...first.found, ...last.found], notices: [...first.notices, ...last.notices] };
  };
  const { found, notices } = judge(project, reviewed);
  const old = touched ? read(baseFiles(snapshot)) : null;
  const base = old ? judge(old, new Set(snapshot.reviewed)) : NOTHING;
  const before = fingerprinted(base.found);
  const ignores = ignoresOfAll(project, old, snapshot);
  const names = namesOf(ignores.size > 0 ? rules : []);
  const marked = hide(fingerprinted(found), {
    reviewed,
    touched,
    ignores,
    names,
    starts: (path) => project.document(path)?.starts ?? [],
    onBase: new Set(before.map(identity)),
    scope: settings.scope ?? 'changed',
    leftOut: leftOut(project, settings.rules),
  });
  const proved = touched ? provedFixes(marked, { head, found, active, today, read }) : { findings: marked, notices: [] };
  const now = new Set(marked.map(identity));
  const added = [...ignores].flatMap(([path, own]) => (reviewed.has(path) ? tellAdded(path, own, marked, names) : []));
  const projects =
    old && compare ? compare({ before: beforeOf(snapshot, read) ?? old, after: project, reviewed, budget: settings.budget }) : [];
  const limits = project.notices.filter(({ about }) => reviewed.has(about));
  const told = distinct([...snapshot.notices, ...limits, ...notices, ...base.notices, ...proved.notices]);
  return {
    of: snapshot.of,
    files: documents.filter((document) => reviewed.has(document.path)).map((document) => document.source),
    findings: proved.findings,
    fixed: before.filter((finding) => !now.has(identity(finding))).map(({ range, related, fix, ...rest }) => rest),
    ...(added.length > 0 && { ignores: added }),
    notices: told,
    wants: wanted(project, snapshot, told),
    ...(scripts.size > 0 && { scripts: [...scripts] }),
    ...(projects.length > 0 && { projects }),
    verdict: verdictOf(proved.findings, told, settings.failOn),
  };
}

/** What reviewed files name, and what may lie beside them; of what other files name, only what is under review itself. */
function wanted({ missing, beside, source, has }: Project, snapshot: Snapshot, notices: readonly Notice[]): string[] {
  const ours = new Set(snapshot.reviewed);
  const told = new Set(notices.map(({ about }) => about));
  const named = missing.filter(({ path, by }) => ours.has(path) || ours.has(by));
  const may = new Set<string>();
  for (const { path, by } of beside) {
    if (may.size === BESIDE_FILES) break;
    if (ours.has(by)) may.add(path);
  }
  for (const path of besideRemoved(snapshot)) if (has(path) !== false) may.add(path);
  const wants = new Set([...named.map(({ path }) => path), ...[...may].filter((path) => !source(path))]);
  return [...wants].filter((path) => !told.has(path));
}

/** The base under the paths that it had, where they are others. */
function beforeOf(snapshot: Snapshot, read: (files: readonly SourceFile[], paths: Snapshot['tree']) => Project): Project | null {
  const was = asItWas(snapshot);
  return was && read(was.files, was.tree);
}

const NOTHING: Checked = { found: [], notices: [] };

/** Base and head may say the same. */
function distinct(notices: readonly Notice[]): Notice[] {
  return [...new Map(notices.map((notice) => [`${notice.about}\n${notice.message}`, notice])).values()];
}
