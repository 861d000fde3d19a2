// How fast webhooks are acknowledged: two hundred a second for ten seconds, each on disk before its 202. npm run bench

import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { dataFolder, environment, sign, startApp } from '../../test/app/process.ts';

const PER_SECOND = 200;
const SECONDS = 10;
/** Bytes of a payload: those of pull requests have about as many. */
const PAYLOAD = 25_000;

/** An event that asks for no review, so that acknowledging is all that happens. */
const payload = JSON.stringify({ action: 'labeled', filler: 'x'.repeat(PAYLOAD) });

const signature = sign(payload);

export async function benchWebhooks(): Promise<void> {
  const data = dataFolder();
  // Nobody answers there: the App tells it once and goes on.
  const more = { GHE_HOST: '127.0.0.1:9', GHE_PROTOCOL: 'http' };
  const { url, end } = await startApp(environment(data, more), /It listens at (http:\/\/[\d.:]+)/);
  const times: number[] = [];
  let failed = 0;
  const sent: Promise<void>[] = [];
  const started = performance.now();
  for (let n = 0; n < PER_SECOND * SECONDS; n++) {
    const due = started + (n * 1000) / PER_SECOND;
    if (due > performance.now()) await sleep(due - performance.now());
    const at = performance.now();
    sent.push(
      post(url).then(
        (status) => void (status === 202 ? times.push(performance.now() - at) : failed++),
        () => void failed++,
      ),
    );
  }
  await Promise.all(sent);
  await end('SIGTERM');
  rmSync(data, { recursive: true, force: true });
  times.sort((a, b) => a - b);
  const at = (share: number) => `${(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0).toFixed(1)} ms`;
  console.log(
    `\nWebhooks, ${PER_SECOND} a second for ${SECONDS} s: median ${at(0.5)}, 99th percentile ${at(0.99)}, longest ${at(1)}`,
  );
}

/** Each on a connection of its own, as GitHub's hooks come. */
function post(url: string): Promise<number | undefined> {
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(payload),
    'x-github-event': 'pull_request',
    'x-github-delivery': randomUUID(),
    'x-hub-signature-256': signature,
  };
  return new Promise((resolve, reject) => {
    const sending = request(`${url}/api/github/webhooks`, { method: 'POST', headers, agent: false }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode));
    });
    sending.once('error', reject).end(payload);
  });
}
