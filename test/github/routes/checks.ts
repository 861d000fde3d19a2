// REST routes of check runs and suites.
import { createCheckRun, emitCheckRun, updateCheckRun } from '../checks.ts';
import { notFound, Problem, refused } from '../problem.ts';
import { commitOf, counted, created, list, number, ok, type RepositoryCall, type Routes } from '../route.ts';
import { annotationShape, checkRunShape, checkSuiteShape } from '../shapes/check.ts';
import type { CheckRun } from '../world.ts';
import type { Bot } from '../world-app.ts';

function runOf({ repository, params }: RepositoryCall): CheckRun {
  const run = repository.checkRuns.get(Number(params.check_run_id));
  if (!run) throw notFound();
  return run;
}

function botOf({ caller }: RepositoryCall): Bot {
  if (caller.kind === 'installation' || caller.kind === 'action') return caller.bot;
  throw new Problem(403, { message: 'You must authenticate via a GitHub App.' });
}

/** Of runs with the same name only the newest, unless all are asked for. */
function filtered({ query }: RepositoryCall, runs: readonly CheckRun[]): CheckRun[] {
  const wanted = runs
    .filter((run) => query.check_name === undefined || run.name === query.check_name)
    .filter((run) => query.status === undefined || run.status === query.status)
    .filter((run) => query.app_id === undefined || run.suite.bot.id === query.app_id)
    .sort((one, other) => other.id - one.id);
  if (query.filter === 'all') return wanted;
  return [...Map.groupBy(wanted, (run) => `${run.suite.id} ${run.name}`).values()].flatMap((same) => same.slice(0, 1));
}

export const checkRoutes: Routes = {
  'checks/create': {
    of: 'repository',
    needs: 'checks=write',
    appsOnly: true,
    handle: async (call) =>
      created(checkRunShape(call.world, await createCheckRun(call.world, call.repository, botOf(call), call.body))),
  },
  'checks/update': {
    of: 'repository',
    needs: 'checks=write',
    appsOnly: true,
    handle: (call) => {
      const run = runOf(call);
      if (run.suite.bot !== botOf(call))
        throw refused(
          403,
          `Invalid app_id \`${run.suite.bot.id}\` - check run can only be modified by the GitHub App that created it.`,
        );
      return ok(checkRunShape(call.world, updateCheckRun(call.world, run, call.body)));
    },
  },
  'checks/get': { of: 'repository', needs: 'checks=read', handle: (call) => ok(checkRunShape(call.world, runOf(call))) },
  'checks/list-annotations': {
    of: 'repository',
    needs: 'checks=read',
    handle: (call) => {
      const run = runOf(call);
      return list(call, run.annotations, (annotation) => annotationShape(call.world, run, annotation));
    },
  },
  'checks/list-for-ref': {
    of: 'repository',
    needs: 'checks=read',
    handle: async (call) => {
      const sha = await commitOf(call.repository, call.params.ref ?? '');
      const runs = [...call.repository.checkRuns.values()].filter((run) => run.headSha === sha);
      return counted(call, 'check_runs', filtered(call, runs), (run) => checkRunShape(call.world, run));
    },
  },
  'checks/list-for-suite': {
    of: 'repository',
    needs: 'checks=read',
    handle: (call) => {
      const suite = call.repository.checkSuites.get(number(call, 'check_suite_id'));
      if (!suite) throw notFound();
      const runs = [...call.repository.checkRuns.values()].filter((run) => run.suite === suite);
      return counted(call, 'check_runs', filtered(call, runs), (run) => checkRunShape(call.world, run));
    },
  },
  'checks/get-suite': {
    of: 'repository',
    needs: 'checks=read',
    handle: async (call) => {
      const suite = call.repository.checkSuites.get(number(call, 'check_suite_id'));
      if (!suite) throw notFound();
      return ok(await checkSuiteShape(call.world, suite));
    },
  },
  'checks/list-suites-for-ref': {
    of: 'repository',
    needs: 'checks=read',
    handle: async (call) => {
      const sha = await commitOf(call.repository, call.params.ref ?? '');
      const suites = [...call.repository.checkSuites.values()].filter(
        (suite) => suite.headSha === sha && (call.query.app_id === undefined || suite.bot.id === call.query.app_id),
      );
      const shapes = await Promise.all(suites.map((suite) => checkSuiteShape(call.world, suite)));
      return counted(call, 'check_suites', shapes, (shape) => shape);
    },
  },
  'checks/rerequest-run': {
    of: 'repository',
    needs: 'checks=write',
    handle: (call) => {
      call.world.later(emitCheckRun(call.world, runOf(call), 'rerequested'));
      return created({});
    },
  },
};
