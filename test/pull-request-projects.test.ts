// What a pull request's summary says of Compose projects as a whole, through a job of its own and over HTTP against the tests' GitHub.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import rules from '../rules/index.ts';
import { processRunner } from '../src/job/process.ts';
import { type GitHub, startGitHub } from './github/github.ts';
import type { Changes, FileContent } from './github/write-commit.ts';
import { reviewAsApp } from './pull-request/app.ts';

let github: GitHub;
before(async () => {
  github = await startGitHub();
});
after(() => github.close());

const SHOP = `services:
  web:
    image: nginx:1.29.3
    ports: ["127.0.0.1:8080:80"]
    networks: [front]
    depends_on: [api]
  api:
    image: octo/api:1
    mem_limit: 512m
    networks: [front, back]
  db:
    image: postgres:18
    networks: [back]
    volumes: [data:/var/lib/postgresql]
networks: { front: , back: }
volumes: { data: }
`;

let count = 0;
async function summaryOf(
  base: Record<string, FileContent>,
  files: Record<string, FileContent>,
  others: Omit<Changes, 'files'> = {},
): Promise<string> {
  const repository = await github.createRepository('octo', `stack-${count++}`, { files: base });
  await github.commit(repository, 'change', { files, ...others, message: 'Change' });
  const pull = await github.openPullRequest(repository, { head: 'change' });
  await reviewAsApp(github, pull, { runner: processRunner({ rules }) });
  return github.stateOf(pull).checkRuns[0]?.output.summary ?? '';
}

const picture = (summary: string): string | undefined => /```mermaid\n([^`]*)```/.exec(summary)?.[1];

test('the picture with marks, and folded what the analyses say now', async () => {
  const changed = SHOP.replace('  db:\n', '  cache:\n    image: redis:8\n    networks: [back]\n  db:\n')
    .replace('mem_limit: 512m', 'mem_limit: 2g')
    .replace('[data:/var/lib/postgresql]', '[data:/var/lib/postgresql, /etc/ssl:/ssl]\n    ports: ["5432:5432"]')
    .replace('    depends_on: [api]\n', '');
  const summary = await summaryOf(
    { 'compose.yaml': SHOP, '.github/hullcheck.yml': 'budget: { memory: 1g }\n' },
    { 'compose.yaml': changed },
  );
  const drawn = picture(summary) ?? '';
  assert.match(drawn, /n2\["#8203;#43; cache<br>redis"\]/);
  assert.match(drawn, /n3\["#8203;#8764; db<br>postgres<br>#8203;#43; port 5432 → 5432"\]/);
  assert.match(drawn, /n0 -->\|"#8203;#8722;"\| n1\n/);
  assert.match(drawn, /class n2,n\d+ added\n/);
  assert.match(drawn, /class n3 altered\n/);
  assert.match(summary, /Green: added\. Red: removed\. Yellow: altered\./);
  const [, folded = ''] = /<details>\n<summary>What is new: ([\s\S]*?)<\/details>/.exec(summary) ?? [];
  assert.match(folded, /^resources, networks, volumes/);
  assert.match(folded, /All limits of memory together are 2 GiB \\\(before: 512 MiB\\\); the budget is 1 GiB\./);
  assert.match(folded, /`db` is now published on `0\.0\.0\.0:5432`, every address of the host/);
  assert.match(folded, /`db` now mounts the host path `\/etc\/ssl` at `\/ssl`, and may write there\./);
});

test('nothing where the change leaves picture and analyses as they were', async () => {
  const comment = await summaryOf(
    { 'compose.yaml': SHOP },
    { 'compose.yaml': `# shop\n${SHOP.replace('nginx:1.29.3', 'nginx:1.29.4')}` },
  );
  assert.doesNotMatch(comment, /mermaid|What is new/);
  const broken = await summaryOf({ 'compose.yaml': SHOP }, { 'compose.yaml': SHOP.replace('services:', 'services: [') });
  assert.doesNotMatch(broken, /mermaid|What is new/);
  const elsewhere = await summaryOf({ 'compose.yaml': SHOP }, { Dockerfile: 'FROM alpine:3.22\nUSER nobody\n' });
  assert.doesNotMatch(elsewhere, /mermaid|What is new/);
});

test('an included file changes the picture of the project that includes it', async () => {
  const base = {
    'compose.yaml': 'include: [more/db.yml]\nservices:\n  web: { image: "nginx:1.29.3" }\n',
    'more/db.yml': 'services:\n  db: { image: "postgres:18" }\n',
  };
  const summary = await summaryOf(base, {
    'more/db.yml': 'services:\n  db: { image: "postgres:18" }\n  cache: { image: "redis:8" }\n',
  });
  assert.match(summary, /\*\*`compose\.yaml` as a whole\*\*/);
  assert.match(picture(summary) ?? '', /"web<br>nginx"[\s\S]*#43; cache/);
});

const OVERRIDE = 'services:\n  api: { ports: ["127.0.0.1:9000:9000"] }\n  mail: { image: "axllent/mailpit:v1.27" }\n';

test('a file that lay over another and is removed, comes, or only changes', async () => {
  const [alone, both] = [{ 'compose.yaml': SHOP }, { 'compose.yaml': SHOP, 'compose.override.yaml': OVERRIDE }];
  const removed = picture(await summaryOf(both, {}, { delete: ['compose.override.yaml'] })) ?? '';
  assert.match(removed, /#8722; mail<br>axllent/);
  assert.match(removed, /#8722; port 127\.0\.0\.1:9000/);
  const added = picture(await summaryOf(alone, { 'compose.override.yaml': OVERRIDE })) ?? '';
  assert.match(added, /#43; mail<br>axllent/);
  const changed = await summaryOf(both, { 'compose.override.yaml': OVERRIDE.replace('9000:9000', '9001:9000') });
  assert.match(picture(changed) ?? '', /#43; port 127\.0\.0\.1:9001[\s\S]*#8722; port 127\.0\.0\.1:9000/);
});

test('a renamed project is compared with itself, and with what lay over it then', async () => {
  const old = { 'docker-compose.yml': SHOP, 'docker-compose.override.yml': OVERRIDE };
  const rename = { 'docker-compose.yml': 'compose.yaml', 'docker-compose.override.yml': 'compose.override.yaml' };
  const same = await summaryOf(old, {}, { rename });
  assert.doesNotMatch(same, /mermaid|What is new/);
  const apart = { 'docker-compose.override.yml': 'compose.prod.yaml' };
  const summary = await summaryOf(old, {}, { rename: apart });
  assert.match(picture(summary) ?? '', /#8722; mail<br>axllent/);
  const grown = SHOP.replace('volumes: { data: }\n', 'volumes: { data: }\n# kept\n').replace(
    'octo/api:1\n',
    'octo/api:1\n    ports: ["9000:9000"]\n',
  );
  const moved =
    picture(await summaryOf({ 'docker-compose.yml': SHOP }, { 'compose.yaml': grown }, { delete: ['docker-compose.yml'] })) ?? '';
  assert.match(moved, /#8764; api<br>octo\/api<br>#8203;#43; port 9000/);
  assert.doesNotMatch(moved, /#43; web/);
});

test('a project that is new is drawn without marks', async () => {
  const summary = await summaryOf({ 'README.md': 'x\n' }, { 'compose.yaml': SHOP });
  assert.match(picture(summary) ?? '', /n0 --> n1/);
  assert.doesNotMatch(summary, /classDef|Green: added/);
});

test('what is too large is told in a sentence, and the summary keeps to its limit', async () => {
  const many = (from: number) =>
    `services:\n${Array.from({ length: 900 }, (_, at) => `  service-${from + at}: { image: "nginx:1.29.3", ports: ["${10000 + from + at}:80"] }\n`).join('')}`;
  const summary = await summaryOf({ 'compose.yaml': many(0) }, { 'compose.yaml': many(500) });
  assert.ok(summary.length <= 65_535, String(summary.length));
  assert.match(summary, /too large for here: `hullcheck graph compose\.yaml` draws it\./);
  assert.match(summary, /\d+ more of this kind\./);
});

test('names of a pull request stay words', async () => {
  const hostile = JSON.stringify({
    services: {
      web: {
        image: 'nginx',
        volumes: ['./```\n</details>@octo:/x', './"]; click n0 "javascript:alert(1)":/y'],
        profiles: ['direction TB', 'end'],
      },
    },
  });
  const summary = await summaryOf({ 'README.md': 'x\n' }, { 'compose.yaml': hostile });
  assert.equal(summary.match(/^```/gm)?.length, 2);
  assert.equal(summary.match(/<\/details>/g)?.length, 1);
  const drawn = picture(summary) ?? '';
  assert.match(drawn, /<br>only with #100;irection TB, end"\]\n/);
  assert.match(drawn, /n1\[\/"\.\/ˋˋˋ #60;#8203;\/details#62;#64;#8203;octo"\/\]\n/);
  assert.match(drawn, /n2\[\/"\.\/#34;#93;#8203;#59; click n0 #34;javascript"\/\]\n/);
});
