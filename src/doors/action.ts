// The Action, as a workflow's runner starts it: one pull request, or one checkout, reviewed and told.
import path from 'node:path';
import process from 'node:process';
import * as core from '@actions/core';
import rules from '../../rules/index.ts';
import { processRunner } from '../job/process.ts';
import { headline } from '../report/summary.ts';
import { shownFindings } from '../report/tally.ts';
import { reviewInRounds } from '../rounds.ts';
import { pullOfRun, reviewByApi } from './action/by-api.ts';
import { checkoutChange } from './action/by-checkout.ts';
import { readEvent } from './action/event.ts';
import { type Inputs, readInputs } from './action/inputs.ts';
import { type Told, tell } from './action/tell.ts';
import { scannerFor } from './cli/scanner.ts';

const environment = process.env;
const workspace = environment.GITHUB_WORKSPACE ?? process.cwd();
const log = { info() {}, warn: (fields: object, message: string) => core.debug(`${message} ${JSON.stringify(fields)}`) };

const inputs = readInputs((name) => core.getInput(name));
if (typeof inputs === 'string') core.setFailed(inputs);
else await run(inputs);

async function run(given: Inputs): Promise<void> {
  const told = await review(given);
  if (typeof told === 'string') return core.warning(told);
  const places = { workspace, temporary: environment.RUNNER_TEMP ?? path.join(workspace, '.hullcheck') };
  const unwritten = await tell(core, given, told, places);
  if (told.report.verdict !== 'pass') core.setFailed(`Hullcheck: ${headline(told.report)}.`);
  for (const sentence of unwritten) core.setFailed(sentence);
}

/** A sentence where a run of another workflow leads to no pull request: what its checkout holds is of no pull request then. */
async function review(given: Inputs): Promise<Told | string> {
  const today = new Date().toISOString().slice(0, 10);
  const runner = processRunner({ rules });
  const started = readEvent(environment);
  const apiUrl = environment.GITHUB_API_URL?.replace(/\/$/, '') || 'https://api.github.com';
  const found = started?.run ? await pullOfRun({ inputs: given, started, apiUrl }, started.run) : (started?.pull ?? null);
  if (typeof found === 'string') return found;
  const pull = found;
  let why: string | null = null;
  if (started && pull) {
    const outcome =
      given.token === ''
        ? 'There is no token for the API.'
        : await reviewByApi({ inputs: given, started, pull, runner, today, log, apiUrl });
    if (typeof outcome !== 'string' && outcome.report)
      return { report: outcome.report, annotated: outcome.annotations, problems: outcome.problems, folder: '' };
    why = typeof outcome === 'string' ? outcome : null;
    if (started.run) return why ?? 'GitHub told nothing about this pull request.';
  }
  const change = await checkoutChange({ inputs: given, pull, workspace, today, environment, why });
  const report = await reviewInRounds(change, runner, await scannerFor(change.snapshot));
  return { report, annotated: shownFindings(report), problems: [], folder: given.workingDirectory };
}
