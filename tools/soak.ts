// The App for a long while: many pull requests of several pushes each, with crashes, repetitions and faults by a seed; then everything must be right.
// npm run soak [-- --pulls 100 --pushes 6 --seed 1 --commits FOLDER]
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { AppWorld } from '../test/app/world.ts';
import { commitsIn } from './soak/commits.ts';
import { judge } from './soak/judge.ts';
import { showLedger } from './soak/ledger.ts';
import { BRANCH, type Branch, pushSomething } from './soak/pushes.ts';
import { seeded } from './soak/random.ts';
import { makeTrouble, type Troubles } from './soak/trouble.ts';

const { values } = parseArgs({
  options: {
    pulls: { type: 'string', default: '100' },
    pushes: { type: 'string', default: '6' },
    seed: { type: 'string', default: '1' },
    commits: { type: 'string' },
  },
});
const [pulls, pushes] = [Number(values.pulls), Number(values.pushes)];
const random = seeded(Number(values.seed));
const troubles: Troubles = { faults: 0, crashes: 0, redeliveries: 0 };
/** GitHub counts by installation: so many pull requests share one. */
const SHARED = 5;
/** Until everything is quiet, in milliseconds. */
const PATIENCE = 120_000;

const world = await AppWorld.start();
const { github } = world;
const commits = commitsIn(values.commits);
const branches: Branch[] = [];
const heads = new Map<Branch, Set<string>>();
const started = Date.now();

for (let n = 0; n < pulls; n++) {
  const commit = random.one(commits);
  const repository = await github.createRepository(`owner-${Math.floor(n / SHARED)}`, `shop-${n}`, {
    files: { 'README.md': '#\n', ...commit.before },
  });
  await github.commit(repository, BRANCH, { files: { ...commit.after, 'notes.txt': 'x\n' } });
  const pull = await github.openPullRequest(repository, { head: BRANCH });
  const branch = { pull, commit, files: { ...commit.before, ...commit.after } };
  branches.push(branch);
  heads.set(branch, new Set([pull.head.sha]));
}
for (let round = 1; round < pushes; round++) {
  for (const branch of branches) {
    await makeTrouble(world, random, troubles);
    await pushSomething(github, branch, random, round);
    heads.get(branch)?.add(branch.pull.head.sha);
    if (random.chance(0.5)) await reviewed(branch);
  }
  console.log(`push ${round + 1} of ${pushes} (${Math.round((Date.now() - started) / 1000)} s)`);
}
github.clearFaults();
for (const branch of branches) await reviewed(branch);
await quiet();

const wrong: string[] = [];
for (const branch of branches) wrong.push(...(await judge(github, branch.pull, heads.get(branch) ?? new Set())));
showLedger(
  github,
  branches.map(({ pull }) => pull),
  troubles,
);
for (const one of wrong) console.log(one);
console.log(wrong.length === 0 ? 'All is right.' : `${wrong.length} things are wrong. Seed ${values.seed}.`);
if (process.env.SOAK_LOG) console.log(world.app.output());
await world.close();
process.exitCode = wrong.length === 0 ? 0 : 1;

/** Waits for the check of the newest head, however long faults delay it. */
async function reviewed({ pull }: Branch): Promise<void> {
  const done = () => world.checks(pull).some(({ status, conclusion }) => status === 'completed' && conclusion !== 'cancelled');
  for (const end = Date.now() + PATIENCE; Date.now() < end && !done(); ) await sleep(50);
}

/** Until no check is open and no request has come for a while. */
async function quiet(): Promise<void> {
  const open = () =>
    branches.some(({ pull }) => [...pull.repository.checkRuns.values()].some(({ status }) => status !== 'completed'));
  for (const end = Date.now() + PATIENCE / 5; Date.now() < end; await sleep(200))
    if (!open() && Date.now() - (github.requests.at(-1)?.at ?? 0) > 3_000) return;
}
