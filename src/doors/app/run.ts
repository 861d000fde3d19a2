// The App at work: webhooks come in, jobs are done, until it is told to end.
import { availableParallelism } from 'node:os';
import rules from '../../../rules/index.ts';
import { refusal } from '../../github.ts';
import { chooseRunner } from '../../job/choose.ts';
import { gated } from '../../job/gate.ts';
import { HeldByOther } from '../../publish/check-run.ts';
import { pace, pauseAfter } from '../../publish/pace.ts';
import { work } from '../../queue/work.ts';
import { version } from '../cli/version.ts';
import { clients, realLane } from './clients.ts';
import type { Credentials } from './credentials.ts';
import type { Data } from './data-folder.ts';
import { deliveries } from './deliveries.ts';
import type { Env, ServeSettings } from './environment.ts';
import { ingressServer, WEBHOOKS } from './ingress.ts';
import { listen } from './listen.ts';
import type { Logger } from './log.ts';
import { loginOf, strangerProblem } from './login.ts';
import { createProbot } from './probot.ts';
import type { Reviewer } from './reviewer.ts';
import { endsInTime, every, GRACE } from './stop.ts';
import { sweeping } from './sweep.ts';

export interface Running {
  settings: ServeSettings;
  credentials: Credentials;
  data: Data;
  env: Env;
  log: Logger;
  stop: AbortSignal;
}

/** Between two looks for webhooks that did not arrive, in milliseconds. */
const SWEEP = 5 * 60_000;

/** Pull requests at a time: most of it is waiting for GitHub, some of it for as long as GitHub asks. */
const LANES = 16;
/** Between two looks whether another replica has come to its end, in milliseconds. */
const HELD = 5_000;

/** Of GitHub's refusals only what they say: the rest would be our own texts. */
function cause(error: unknown): object {
  const { status, message } = refusal(error);
  return status > 0 ? { status, message } : { err: error };
}

/** Resolves when it has ended: `left` when jobs still run, which the next start goes on with. */
export async function run({
  settings,
  credentials,
  data,
  env,
  log,
  stop,
}: Running): Promise<{ left: boolean } | { problem: string }> {
  const { queue, instance } = data;
  const choice = await chooseRunner({ rules, env, version, instance });
  if ('problem' in choice) return choice;

  const probot = await createProbot(credentials, settings.apiUrl, log);
  const app = await probot.auth();
  pace(app, realLane());
  const login = loginOf(app);
  const runner = gated(choice.runner, Math.max(2, availableParallelism()));
  const reviewer: Reviewer = {
    app,
    clients: clients(settings.apiUrl, log),
    runner,
    log,
    login,
    queue,
    instance: instance.slice(0, 8),
    reviewsAdded: settings.reviewsAdded,
  };
  const runJob = await deliveries(probot, credentials.appId, reviewer, queue);

  const server = ingressServer({
    secret: credentials.webhookSecret,
    add: (delivery) => queue.add(delivery),
    tell: (fields) => log.info(fields, fields.status === 202 ? 'webhook' : 'webhook refused'),
  });
  const listening = await listen(server, settings.host, settings.port);
  if ('problem' in listening) return listening;

  log.info(`Hullcheck ${version} is App ${credentials.appId} on ${settings.webUrl}.`);
  log.info(`It listens at ${listening.url}${WEBHOOKS} for webhooks.`);
  log.info(`Its state is in ${settings.data}.`);
  log.info(choice.why);
  login().then(
    (name) => log.info(`GitHub knows it as ${name}.`),
    (error: unknown) => log.error(strangerProblem(error, credentials.appId, settings.apiUrl)),
  );

  const sweep = sweeping({ app, queue, log, now: Date.now }, await queue.isNew());
  every(SWEEP, stop, () =>
    sweep().catch((error: unknown) => log.warn(cause(error), 'webhooks that did not arrive could not be asked for')),
  );

  const working = work({
    queue,
    lanes: LANES,
    run: runJob,
    pause: (error) => (error instanceof HeldByOther ? { just: HELD } : { least: pauseAfter(error, 1, Date.now()) }),
    ended: ({ id }, state) => log.debug({ delivery: id, state }, 'delivery ended'),
    failed: ({ id, attempt }, error, again) => log.warn({ delivery: id, attempt, again, ...cause(error) }, 'review failed'),
    stop,
  });
  stop.addEventListener('abort', () => {
    log.info('Told to end: no further work is begun.');
    server.close();
    server.closeIdleConnections();
  });
  const left = !(await endsInTime(working, stop, GRACE));
  server.closeAllConnections();
  log.info(left ? 'Ended. The next start goes on with what is still open.' : 'Ended.');
  return { left };
}
