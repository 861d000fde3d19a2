// What was judged at one line of a file, what was found there, what of that is hidden and why, and which rules are off.
import { namesOf } from './ignore/names.ts';
import { ignoresOf } from './ignore/read.ts';
import { speakingOf } from './ignore/silence.ts';
import type { Finding, Report, Settings } from './model.ts';
import { partAt } from './part.ts';
import { activeRules, presetsOf } from './presets.ts';
import type { Document } from './project.ts';
import type { Rule } from './rule.ts';
import { lastLine, lineIndex, placeOf } from './text.ts';

export interface ExplainedFinding {
  rule: string;
  severity: Finding['severity'];
  line: number;
  column: number;
  message: string;
  url: string;
  /** Why it is not shown; `null` when it is. */
  hidden: string | null;
  /** The line of the comment that hides it. */
  comment: number | null;
}

export interface OffRule {
  rule: string;
  /** Switched off by name, or in none of the presets that hold. */
  by: 'settings' | 'preset';
  /** Presets that have it. */
  presets: readonly string[];
  /** What it would say here. */
  findings: readonly ExplainedFinding[];
}

export interface Explanation {
  path: string;
  line: number;
  kind: Document['kind'];
  /** The instruction or the key that the line belongs to, with its lines; `null`: no rule looks at the line alone. */
  part: { name: string; from: number; to: number } | null;
  preset: Settings['preset'];
  /** How many rules were asked about the file. */
  asked: number;
  findings: readonly ExplainedFinding[];
  off: readonly OffRule[];
}

export interface Explained {
  document: Document;
  /** From 1. */
  line: number;
  rules: readonly Rule[];
  settings: Settings;
  today: string;
  report: Report;
  /** The same review with every rule on. */
  everything: Report;
}

export function explain({ document, line, rules, settings, today, report, everything }: Explained): Explanation {
  const { path, starts, kind } = document;
  const part = partAt(document, line);
  const [from, to] = kind === 'dockerfile' && part ? [part.from, part.to] : [line, line];
  const ignores = {
    all: settings.ignoreComments ? ignoresOf(document, today) : [],
    added: new Set<never>(),
    moved: new Set<never>(),
  };
  const names = namesOf(rules);
  const here = ({ findings }: Report) =>
    findings.filter((one) => one.path === path && lineIndex(starts, one.range.start) < to && lastLine(starts, one.range) >= from);
  const told = (one: Finding): ExplainedFinding => {
    const { rule, severity, message, url, hidden = null } = one;
    const comment = hidden?.startsWith('ignored') ? speakingOf(ignores, one, names)[0] : undefined;
    return {
      rule,
      severity,
      ...placeOf(starts, one.range.start),
      message,
      url,
      hidden,
      comment: comment ? lineIndex(starts, comment.at.start) + 1 : null,
    };
  };
  // A Dockerfile may stand inside of a Compose file.
  const inline = document.kind === 'compose' && document.services.some(({ build }) => build?.dockerfileInline);
  const ours = rules.filter(({ on }) => on === kind || on === 'project' || inline);
  const active = new Set(activeRules(ours, settings).map(({ rule }) => rule.id));
  const all = here(everything);
  const off = ours
    .filter(({ id }) => !active.has(id))
    .map(
      (rule): OffRule => ({
        rule: rule.id,
        by: Object.hasOwn(settings.rules, rule.id) && settings.rules[rule.id]?.severity === 'off' ? 'settings' : 'preset',
        presets: presetsOf(rule),
        findings: all.filter((one) => one.rule === rule.id).map(told),
      }),
    );
  return { path, line, kind, part, preset: settings.preset, asked: active.size, findings: here(report).map(told), off };
}
