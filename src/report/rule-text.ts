// Rules for people at a terminal: a table of all, and the page of one.
import { paint } from './paint.ts';
import type { RuleDescription } from './rules.ts';
import { plural } from './tally.ts';

export function ruleTable(rules: readonly RuleDescription[], colours: boolean): string {
  const pen = paint(colours);
  const width = Math.max(...rules.map(({ id }) => id.length), 0);
  const groups = [...new Set(rules.map(({ on }) => on))].map((on) => {
    const rows = rules
      .filter((rule) => rule.on === on)
      .map(
        ({ id, severity, fixes, title, presets }) =>
          `  ${id.padEnd(width)}  ${severity.padEnd(7)}  ${(fixes ? `${fixes} fix` : '').padEnd(10)}  ${title}${presets.includes('recommended') ? '' : pen.dim(` (${presets.join(', ')})`)}`,
      );
    return `${pen.bold(on)}\n${rows.join('\n')}\n`;
  });
  return `${groups.join('\n')}\n${plural(rules.length, 'rule')}. Presets that have a rule are named where it is not on by default. More of one: hullcheck rules ID\n`;
}

/** `page`: the rule's Markdown, whose first line is its title. */
export function rulePage(rule: RuleDescription, page: string | null, colours: boolean): string {
  const pen = paint(colours);
  const facts = [
    ['Severity', rule.severity],
    ['Category', rule.category],
    ['Looks at', rule.on],
    ['Fix', rule.fixes ?? 'none'],
    ['Presets', rule.presets.join(', ')],
    ['Also', rule.also.join(', ')],
    ['CIS', rule.cis.join(', ')],
    ['NIST', rule.nist.join(', ')],
    ['Page', rule.url],
  ].filter(([, value]) => value !== '');
  const table = facts.map(([name = '', value = '']) => `${pen.dim(name.padEnd(9))} ${value}`).join('\n');
  const lines = (page ?? `# ${rule.title}\n`).split('\n');
  let fenced = false;
  const body = lines.map((line) => {
    const fence = line.startsWith('```');
    if (fence) fenced = !fenced;
    if (fence) return pen.dim(line);
    return !fenced && line.startsWith('#') ? pen.bold(line.replace(/^#+ /, '')) : line;
  });
  return `${pen.bold(rule.id)}\n\n${table}\n\n${body.join('\n')}`;
}
