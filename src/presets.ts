// Which rules are on, at which severity, with which options: presets and settings become one answer per rule.
import type { Settings, Severity } from './model.ts';
import type { Rule } from './rule.ts';

export interface ActiveRule {
  rule: Rule;
  severity: Severity;
  options: Readonly<Record<string, unknown>>;
}

/** The presets that hold a rule, most permissive first; every rule is in `all`. */
export function presetsOf(rule: Rule): readonly string[] {
  const own: readonly string[] = rule.presets ?? ['recommended'];
  const wider = own.includes('recommended') ? ['recommended', 'security', 'strict'] : own;
  return [...wider, 'all'];
}

/** Rules that run under these settings, in the order of the list. A rule that the settings name with a severity is on whatever the preset. */
export function activeRules(rules: readonly Rule[], settings: Pick<Settings, 'preset' | 'rules'>): ActiveRule[] {
  const active: ActiveRule[] = [];
  for (const rule of rules) {
    const setting = Object.hasOwn(settings.rules, rule.id) ? settings.rules[rule.id] : undefined;
    if (setting?.severity === 'off') continue;
    if (setting?.severity === undefined && !presetsOf(rule).includes(settings.preset)) continue;
    active.push({
      rule,
      severity: setting?.severity ?? rule.severity,
      options: {
        ...defaultOptions(rule, settings.preset !== 'recommended' || setting?.severity !== undefined),
        ...setting?.options,
      },
    });
  }
  return active;
}

/** Who asks for more than what is recommended, or for a rule by its name, gets all of it: its options' `wider` defaults. */
function defaultOptions(rule: Rule, wide: boolean): Record<string, unknown> {
  const properties: Readonly<Record<string, { readonly default: unknown; readonly wider?: unknown }>> =
    rule.options?.properties ?? {};
  return Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, (wide ? schema.wider : undefined) ?? schema.default]),
  );
}

/** Whether a rule says less than it does in wider presets: what it does not find here may be found there. */
export function isNarrowed({ rule, options }: ActiveRule): boolean {
  const properties: Readonly<Record<string, { readonly wider?: unknown }>> = rule.options?.properties ?? {};
  return Object.entries(properties).some(
    ([name, { wider }]) => wider !== undefined && JSON.stringify(options[name]) !== JSON.stringify(wider),
  );
}
