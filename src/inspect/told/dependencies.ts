// What a change does to the order in which services start.
import type { Dependencies } from '../inspection.ts';

export function toldDependencies(before: Dependencies | null, after: Dependencies): string[] {
  const cycles = new Set(before?.cycles.map(circle));
  const never = new Set(before?.withoutHealth.filter((wait) => wait.never).map((wait) => wait.for));
  const fresh = after.withoutHealth.filter((wait) => wait.never && !never.has(wait.for)).map((wait) => wait.for);
  const [was, now] = [before?.longest ?? [], after.longest];
  return [
    ...after.cycles
      .filter((cycle) => !cycles.has(circle(cycle)))
      .map((cycle) => `These wait for each other and never start: ${arrows([...cycle, cycle[0] ?? ''])}.`),
    ...[...new Set(fresh)].map(
      (service) => `Others wait until \`${service}\` is healthy, and it has no health check: they never start.`,
    ),
    ...(before && now.length > was.length && now.length > 2
      ? [`The longest chain of services that wait for each other grows from ${was.length} to ${now.length}: ${arrows(now)}.`]
      : []),
  ];
}

const circle = (cycle: readonly string[]): string => JSON.stringify([...cycle].sort());

const MOST = 12;
const arrows = (names: readonly string[]): string =>
  `${names
    .slice(0, MOST)
    .map((name) => `\`${name}\``)
    .join(' → ')}${names.length > MOST ? ' → …' : ''}`;
