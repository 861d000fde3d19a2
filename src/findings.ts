// From what rules found to what a report says: fingerprints, order, what is new, what is hidden and why, the verdict.
import type { Found } from './check.ts';
import type { Names } from './ignore/names.ts';
import { hiding, type Ignores } from './ignore/silence.ts';
import {
  type Finding,
  KNOWN_ON_BASE,
  type LineSpan,
  type Notice,
  type Scope,
  type Settings,
  type Severity,
  type Verdict,
} from './model.ts';
import { sha256 } from './sha256.ts';
import { placeOf } from './text.ts';

const RANK: Readonly<Record<Severity, number>> = { error: 3, warning: 2, info: 1 };

export const atLeast = (severity: Severity, level: Severity): boolean => RANK[severity] >= RANK[level];

/** Digits of a fingerprint that stand for rule and subject; the others are the ordinal among equals. */
const KIN_DIGITS = 12;
const MOST_EQUALS = 0xffff;

/** What findings of one rule on one subject have in common: which of them is the first changes when one is corrected. */
export const kinOf = (fingerprint: string): string => fingerprint.slice(0, KIN_DIGITS);

/** The fingerprint of another one of the same kin. */
export const sibling = (fingerprint: string, ordinal: number): string =>
  kinOf(fingerprint) + Math.min(ordinal, MOST_EQUALS).toString(16).padStart(4, '0');

/** Rule + subject as a short hash, and the ordinal among equals. The path stands beside it and is not part of it. */
export function fingerprinted(found: readonly Found[]): Finding[] {
  const seen = new Map<string, number>();
  const hashes = new Map<string, string>();
  return [...found].sort(inOrder).map(({ subject, ...finding }) => {
    const key = `${finding.rule}\n${subject}`;
    const place = `${finding.path}\n${key}`;
    const ordinal = seen.get(place) ?? 0;
    seen.set(place, ordinal + 1);
    // Files of a kind have services and stages of the same names.
    const hash = hashes.get(key) ?? sha256(key);
    hashes.set(key, hash);
    return { ...finding, fingerprint: sibling(hash, ordinal) };
  });
}

/** By path, then by place, then by rule. */
const inOrder = (a: Found | Finding, b: Found | Finding) =>
  (a.path < b.path ? -1 : a.path > b.path ? 1 : 0) ||
  a.range.start - b.range.start ||
  a.range.end - b.range.end ||
  (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);

export interface Hiding {
  reviewed: ReadonlySet<string>;
  /** By path. */
  ignores: ReadonlyMap<string, Ignores>;
  names: Names;
  starts: (path: string) => readonly number[];
  touched: Readonly<Record<string, readonly LineSpan[]>> | null;
  /** `path\nfingerprint` of the base's findings, paths as at the head. */
  onBase: ReadonlySet<string>;
  scope: Scope;
  /** Whether the settings leave out the service that a finding stands in. */
  leftOut: (finding: Finding) => boolean;
}

/** Marks what is not to be shown with its reason; the first reason that holds. */
export function hide(
  findings: readonly Finding[],
  { reviewed, ignores, names, starts, touched, onBase, scope, leftOut }: Hiding,
): Finding[] {
  return findings.map((finding) => {
    const here = ignores.get(finding.path);
    const ignore = here && hiding(here, finding, names);
    const line = () => placeOf(starts(finding.path), finding.range.start).line;
    const spans = touched && Object.hasOwn(touched, finding.path) ? (touched[finding.path] ?? []) : [];
    const hidden = !reviewed.has(finding.path)
      ? 'outside the change'
      : ignore
        ? ignore.reason
          ? `ignored: ${ignore.reason}`
          : 'ignored'
        : leftOut(finding)
          ? 'left out for their service by the settings'
          : scope !== 'changed'
            ? undefined
            : onBase.has(identity(finding))
              ? KNOWN_ON_BASE
              : touched && !spans.some(({ from, to }) => from <= line() && line() <= to)
                ? 'unchanged line'
                : undefined;
    if (hidden !== undefined) return { ...finding, hidden };
    return onBase.has(identity(finding)) ? { ...finding, existing: true } : finding;
  });
}

export const identity = (finding: Pick<Finding, 'path' | 'fingerprint'>): string => `${finding.path}\n${finding.fingerprint}`;

export function verdictOf(findings: readonly Finding[], notices: readonly Notice[], failOn: Settings['failOn']): Verdict {
  if (notices.some((notice) => notice.kind === 'failure')) return 'incomplete';
  return failOn !== 'never' && findings.some((finding) => !finding.hidden && atLeast(finding.severity, failOn)) ? 'fail' : 'pass';
}
