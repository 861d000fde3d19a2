// The door `hullcheck serve`: environment → data folder → credentials → the App at work.
import process from 'node:process';
import { readCredentials, savedCredentials } from './app/credentials.ts';
import { openData } from './app/data-folder.ts';
import { readEnvironment } from './app/environment.ts';
import { createLog } from './app/log.ts';
import { register } from './app/register.ts';
import { run } from './app/run.ts';
import { stopSignal } from './app/stop.ts';

function refuse(problem: string): number {
  process.stderr.write(`hullcheck: ${problem}\n`);
  return 2;
}

/** Runs the App until it is told to end. The exit code: 0, or 2 when it could not start or go on. */
export async function serve(env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const settings = readEnvironment(env, process.stdout.isTTY === true);
  if ('problem' in settings) return refuse(settings.problem);
  const given = readCredentials(env);
  if (given && 'problem' in given) return refuse(given.problem);
  const data = await openData(settings.data);
  if ('problem' in data) return refuse(data.problem);

  const log = createLog(settings);
  const stop = stopSignal();
  try {
    const known = given ?? savedCredentials(settings.data) ?? (await register({ settings, log, stop }));
    if ('stopped' in known) return 0;
    if ('problem' in known) return refuse(known.problem);
    const ended = await run({ settings, credentials: known.credentials, data, env, log, stop });
    if ('problem' in ended) return refuse(ended.problem);
    if (ended.left) process.stdout.write('', () => process.exit(0));
    return 0;
  } finally {
    await data.queue.close();
  }
}
