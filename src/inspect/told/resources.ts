// What a change does to limits and to the sum of them.

import { amountText } from '../amount.ts';
import type { Inspection, Resources } from '../inspection.ts';

const MEASURES = ['cpus', 'memory'] as const;
const WORDS = { cpus: 'CPUs', memory: 'memory' } as const;

export function toldResources(before: Inspection | null, after: Inspection): string[] {
  return [...overBudget(before?.resources ?? null, after.resources), ...limits(before?.resources ?? null, after.resources)];
}

function overBudget(before: Resources | null, after: Resources): string[] {
  return after.exceeded.flatMap((measure) => {
    const [now, allowed] = [after.sum[measure], after.budget?.[measure] ?? 0];
    // What was over the budget before and did not grow is not this change's doing.
    if (before?.exceeded.includes(measure) && before.sum[measure] >= now) return [];
    const was = before ? ` (before: ${amountText(measure, before.sum[measure])})` : '';
    return [
      `All limits of ${WORDS[measure]} together are ${amountText(measure, now)}${was}; the budget is ${amountText(measure, allowed)}.`,
    ];
  });
}

function limits(before: Resources | null, after: Resources): string[] {
  const old = new Map(before?.services.map((one) => [one.service, one]));
  return after.services.flatMap((now) => {
    const was = old.get(now.service);
    if (!was) return [];
    const changes = MEASURES.flatMap((measure) => {
      const [from, to] = [was.limits[measure], now.limits[measure]];
      return from === to ? [] : [`${WORDS[measure]} ${limitText(measure, from)} → ${limitText(measure, to)}`];
    });
    if (was.replicas !== now.replicas) changes.push(`replicas ${was.replicas} → ${now.replicas}`);
    return changes.length > 0 ? [`Limits of \`${now.service}\`: ${changes.join(', ')}.`] : [];
  });
}

const limitText = (measure: 'cpus' | 'memory', amount: number | null): string =>
  amount === null ? 'none' : amountText(measure, amount);
