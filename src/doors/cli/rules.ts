// `hullcheck rules`: the list of rules, or the page of one.
import { rulePage, ruleTable } from '../../report/rule-text.ts';
import { describe, type RuleDescription } from '../../report/rules.ts';
import { type Invocation, optionOf } from './command.ts';
import { findRule } from './find-rule.ts';
import { Refusal } from './refusal.ts';
import { put } from './session.ts';
import { allRules } from './supply.ts';
import type { Terminal } from './terminal.ts';

export async function run(invocation: Invocation, terminal: Terminal): Promise<number> {
  const [wanted] = invocation.operands;
  const all = (await allRules()).map(describe);
  const chosen = wanted === undefined ? all : matching(all, wanted);
  const colours = terminal.colours(invocation, optionOf(invocation, 'output') !== undefined);
  if (optionOf(invocation, 'format') === 'json') {
    await put(`${JSON.stringify(chosen, null, 2)}\n`, invocation, terminal);
    return 0;
  }
  const { page } = await import('./pages.ts');
  const pages =
    wanted === undefined
      ? null
      : await Promise.all(chosen.map(async (rule) => rulePage(rule, await page(rule.on, rule.id), colours)));
  await put(pages ? pages.join('\n') : ruleTable(all, colours), invocation, terminal);
  return 0;
}

function matching(all: readonly RuleDescription[], wanted: string): readonly RuleDescription[] {
  const found = findRule(all, wanted);
  if (typeof found === 'string') throw new Refusal(found);
  return found;
}
