// What there is to know about a rule besides its code: for `hullcheck rules`, and for reports that describe their rules.
import { pageOf } from '../check.ts';
import { presetsOf } from '../presets.ts';
import type { Rule } from '../rule.ts';

export interface RuleDescription {
  id: string;
  title: string;
  severity: string;
  category: string;
  on: string;
  fixes: string | null;
  presets: readonly string[];
  also: readonly string[];
  cis: readonly string[];
  nist: readonly string[];
  /** JSON schema of its options; `null` when it has none. */
  options: object | null;
  url: string;
}

export function describe(rule: Rule): RuleDescription {
  const { id, title, severity, category, on, fixes = null, also = [], cis = [], nist = [], options = null } = rule;
  return { id, title, severity, category, on, fixes, presets: presetsOf(rule), also, cis, nist, options, url: pageOf(rule) };
}
