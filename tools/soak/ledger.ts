// What the fake GitHub was asked, in figures.
import type { GitHub, PullRequest } from '../../test/github/github.ts';
import type { Troubles } from './trouble.ts';

export function showLedger(github: GitHub, pulls: readonly PullRequest[], { faults, crashes, redeliveries }: Troubles): void {
  const requests = github.apiRequests();
  const count = <T>(of: (pull: PullRequest) => Iterable<T>, what: (one: T) => boolean = () => true) =>
    pulls.reduce((sum, pull) => sum + [...of(pull)].filter(what).length, 0);
  const checks = (pull: PullRequest) => pull.repository.checkRuns.values();
  const lines = [
    `${pulls.length} pull requests, ${count(checks)} checks, ${count((pull) => pull.reviews.values())} reviews`,
    `${count((pull) => pull.threads.values())} conversations, ${count(
      (pull) => pull.threads.values(),
      ({ resolvedBy }) => resolvedBy !== null,
    )} of them resolved`,
    `${faults} faults, ${crashes} crashes, ${redeliveries} redeliveries, ${github.deliveries.length} webhooks`,
    `${requests.length} requests, ${(requests.length / Math.max(1, count(checks))).toFixed(1)} a check, ${requests.filter(({ write }) => write).length} of them writes`,
  ];
  for (const [operation, own] of [
    ...Map.groupBy(requests, ({ operation, method, path }) => operation ?? `${method} ${path}`),
  ].sort(([, a], [, b]) => b.length - a.length))
    lines.push(`  ${String(own.length).padStart(6)} ${operation}`);
  console.log(lines.join('\n'));
}
