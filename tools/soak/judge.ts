// What must hold of a pull request when all is quiet: one check a head, no conversation twice, no finding lost, none that outlives its finding.
import { Octokit } from '@octokit/rest';
import rules from '../../rules/index.ts';
import { pullRequestChange } from '../../src/change/pull-request.ts';
import { kinOf } from '../../src/findings.ts';
import { hereRunner } from '../../src/job/here.ts';
import type { Finding } from '../../src/model.ts';
import { parsers } from '../../src/parse/parsers.ts';
import { markedAs } from '../../src/report/marker.ts';
import { reviewInRounds } from '../../src/rounds.ts';
import type { GitHub, PullRequest, Thread } from '../../test/github/github.ts';

const quiet = { debug() {}, info() {}, warn() {}, error() {} };

/** Sentences about what does not hold. */
export async function judge(github: GitHub, pull: PullRequest, heads: ReadonlySet<string>): Promise<string[]> {
  const findings = await expected(github, pull);
  const threads = [...pull.threads.values()];
  const annotations = github.stateOf(pull).checkRuns.flatMap((run) => run.annotations);
  const wrong = [...checks(pull, heads), ...twice(threads)];
  const [newest] = github.stateOf(pull).checkRuns;
  if (newest?.conclusion === 'neutral') wrong.push(`not complete: ${newest.output.summary?.slice(0, 200)}`);

  const said = Map.groupBy(threads, kin);
  for (const [key, own] of Map.groupBy(findings, ({ fingerprint }) => kinOf(fingerprint))) {
    const spoken = (said.get(key) ?? []).length;
    const annotated = annotations.filter(({ title, path }) => own.some((one) => one.rule === title && one.path === path)).length;
    if (spoken + annotated < own.length)
      wrong.push(`lost: ${own[0]?.rule} in ${own[0]?.path}, ${own.length} times, said ${spoken + annotated} times`);
  }
  for (const [key, own] of said) {
    const open = own.filter(({ resolvedBy }) => resolvedBy === null).length;
    const left = findings.filter(({ fingerprint }) => kinOf(fingerprint) === key).length;
    if (open > left)
      wrong.push(
        `outlived: ${own[0]?.path} has ${open} open conversations about ${left} findings: ${own[0]?.comments[0]?.body.slice(0, 80)}`,
      );
  }
  return wrong.map((one) => `${pull.repository.owner.login}/${pull.repository.name}#${pull.number}: ${one}`);
}

const kin = ({ comments }: Thread): string => kinOf(markedAs(comments[0]?.body ?? '') ?? '');

async function expected(github: GitHub, pull: PullRequest): Promise<Finding[]> {
  const { repository } = pull;
  const token = github.actionToken(repository, { contents: 'read', pull_requests: 'read' });
  const change = await pullRequestChange({
    github: new Octokit({ auth: token, baseUrl: github.url, log: quiet }),
    repository: { owner: repository.owner.login, name: repository.name },
    number: pull.number,
    head: pull.head.sha,
    base: pull.base.sha,
    rules,
    today: new Date().toISOString().slice(0, 10),
  });
  const report = await reviewInRounds(
    change,
    hereRunner(async () => ({ rules, parsers })),
  );
  return report.findings.filter(({ hidden }) => !hidden);
}

function checks(pull: PullRequest, heads: ReadonlySet<string>): string[] {
  const runs = [...pull.repository.checkRuns.values()];
  const newest = runs.filter(({ headSha }) => headSha === pull.head.sha);
  const wrong =
    newest.length === 1 && newest[0]?.conclusion !== 'cancelled'
      ? []
      : [`checks of the newest head: ${newest.map(({ conclusion }) => conclusion).join(', ') || 'none'}`];
  for (const head of heads) {
    const own = runs.filter(({ headSha }) => headSha === head);
    if (own.length > 1)
      wrong.push(`${own.length} checks of ${head.slice(0, 7)}: ${own.map(({ conclusion }) => conclusion).join(', ')}`);
  }
  for (const { status, headSha } of runs)
    if (status !== 'completed') wrong.push(`the check of ${headSha.slice(0, 7)} is ${status}`);
  return wrong;
}

function twice(threads: readonly Thread[]): string[] {
  const marks = Map.groupBy(threads, ({ path, comments }) => `${path} ${markedAs(comments[0]?.body ?? '')}`);
  return [...marks].filter(([, own]) => own.length > 1).map(([mark, own]) => `${own.length} conversations marked ${mark}`);
}
