// The main job, to look at: the App reviews a pull request on the fake GitHub, and its suggestions are accepted.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { SuggestionRefused, startGitHub } from '../test/github/github.ts';
import { startApp } from './demo/app.ts';
import { heading, showCheck, showFile, showThread, step } from './demo/show.ts';

const folder = (name: string) => fileURLToPath(new URL(`demo/${name}/`, import.meta.url));
const REVIEW_MILLISECONDS = 60_000;

const before = filesOf(folder('before'));
const after = filesOf(folder('after'));
const secret = 'a-webhook-secret-for-the-demo-only';

const github = await step('Starting a GitHub of our own (real Git repositories, checked against GitHub’s API description)', () =>
  startGitHub({ webhook: { secret } }),
);
const shop = await github.createRepository('octo', 'shop', { files: before });
await github.commit(shop, 'stack', { files: after, message: 'Add the API and the worker' });
const app = await step('Starting the App on its defaults: hullcheck serve', () => startApp(github, secret));
github.app.webhook.url = app.webhooks;
try {
  const pull = await step('Opening a pull request: api, worker and web', () =>
    github.openPullRequest(shop, { head: 'stack', title: 'Add the API and the worker' }),
  );
  const reviewed = () => {
    const { checkRuns } = github.stateOf(pull);
    return checkRuns.length > 0 && checkRuns.every((run) => run.status === 'completed');
  };
  await step('Waiting for the review', () => until(reviewed));

  const { checkRuns, threads } = github.stateOf(pull);
  for (const run of checkRuns) showCheck(run);
  heading(`Review: ${threads.length} comments`);
  for (const thread of threads) showThread(thread);

  const page = `${github.url}/octo/shop/pull/${pull.number}`;
  const accepted = threads.flatMap(({ comments }) => comments.filter(({ body }) => body.includes('```suggestion')));
  heading(`Accepting ${accepted.length} suggestions, one by one`);
  const changed = new Set<string>();
  for (const comment of accepted) {
    const { path } = comment.thread;
    try {
      await github.applySuggestion(comment.id);
      changed.add(path);
      console.log(`  accepted  ${path}`);
    } catch (error) {
      if (!(error instanceof SuggestionRefused)) throw error;
      console.log(`  refused   ${path}: ${error.message}`);
    }
  }
  for (const path of changed) {
    const now = (await github.file(shop, 'stack', path))?.toString('utf8') ?? '';
    showFile(path, after[path] ?? '', now);
  }

  if (changed.size > 0) {
    await step('Waiting for the review of what was accepted', () => until(reviewed));
    for (const { name, conclusion, output } of github.stateOf(pull).checkRuns)
      console.log(`  ${name}: ${conclusion}: ${output.title}`);
  }

  const calls = github.apiRequests().length;
  heading(`${calls} requests to GitHub, tokens aside`);
  console.log(`\nThe review as GitHub would show it: ${page}`);
  if (process.stdin.isTTY && process.stdout.isTTY && !process.env.CI) {
    console.log('Ctrl-C ends the demo.');
    await new Promise((resolve) => process.once('SIGINT', resolve));
  }
} finally {
  await app.stop();
  await github.close();
}

function filesOf(root: string): Record<string, string> {
  const paths = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    paths.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(root, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')];
    }),
  );
}

async function until(done: () => boolean): Promise<void> {
  const end = Date.now() + REVIEW_MILLISECONDS;
  while (!done()) {
    if (Date.now() > end) throw new Error(`No review within ${REVIEW_MILLISECONDS / 1000} seconds. The App said:\n${app.log()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
