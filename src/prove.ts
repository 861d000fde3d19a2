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
  let left = PROOF_CHARACTERS;
  let unproved = 0;
  const kept = new Set<Finding>();
  const worstFirst = [...findings].sort(
    (a, b) => Number(atLeast(b.severity, a.severity)) - Number(atLeast(a.severity, b.severity)),
  );
  for (const finding of worstFirst) {
    if (!finding.fix || finding.hidden) continue;
    const { files } = applyFixes(proving.head, [finding], 'unsafe');
    left -= files.reduce((sum, file) => sum + file.text.length, 0);
    if (left < 0) unproved++;
    else if (files.length > 0 && holds(finding, files, proving)) kept.add(finding);
  }
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

function holds(finding: Finding, changed: readonly SourceFile[], { head, found, active, today, read }: Proving): boolean {
  const texts = new Map(changed.map((file) => [file.path, file]));
  const project = read(head.map((file) => texts.get(file.path) ?? file));
  const after = counts(check(project, active, new Set(texts.keys()), today).found);
  const onProject = new Set(active.filter(({ rule }) => rule.on === 'project').map(({ rule }) => rule.id));
  const before = counts(found.filter(({ path, rule }) => texts.has(path) || onProject.has(rule)));
  const own = saying(finding);
  if ((after.get(own) ?? 0) >= (before.get(own) ?? 0)) return false;
  return [...after].every(([what, count]) => count <= (before.get(what) ?? 0));
}

/** A finding without its place, which a fix may move. */
const saying = ({ rule, path, message }: Pick<Finding, 'rule' | 'path' | 'message'>): string =>
  `${rule} ${path} ${message.replace(/\blines? \d+/gi, 'line')}`;

function counts(findings: readonly Pick<Finding, 'rule' | 'path' | 'message'>[]): Map<string, number> {
  const map = new Map<string, number>();
  for (const finding of findings) map.set(saying(finding), (map.get(saying(finding)) ?? 0) + 1);
  return map;
}
