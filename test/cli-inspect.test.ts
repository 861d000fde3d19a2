// `hullcheck inspect`: Compose projects as a whole, on the disk, through the command line.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Inspection } from '../src/inspect/inspection.ts';
import { render } from '../src/report/inspection/render.ts';
import { folder, hullcheck } from './cli/run.ts';

const fits = new Ajv2020({ allErrors: true }).compile(
  JSON.parse(fs.readFileSync(fileURLToPath(new URL('../schema/inspection.schema.json', import.meta.url)), 'utf8')) as object,
);

const SHOP = `services:
  web:
    image: nginx:1.29.3
    ports: ["8080:80", "127.0.0.1:9090:90/udp"]
    volumes: ["./html:/usr/share/nginx/html:ro", "../certs:/certs:ro"]
    networks: [front]
    depends_on:
      api: { condition: service_healthy }
    deploy: { replicas: 2, resources: { limits: { cpus: "0.25", memory: 256m } } }
  api:
    build: ./api
    networks: [front, back]
    mem_limit: 1g
    depends_on: [db]
    volumes: [uploads:/uploads]
  worker:
    build: ./api
    networks: [back]
    depends_on: [db]
    volumes: [uploads:/uploads:ro]
    logging: { options: { max-size: 10m } }
  db:
    image: postgres:18
    networks: [back]
    volumes: [data:/var/lib/postgresql]
    healthcheck: { test: [CMD, pg_isready] }
  alone:
    image: busybox
    network_mode: none
    profiles: [tools]
networks:
  front:
  back: { internal: true }
volumes: { data: , uploads: }
`;
const DOCKERFILE = 'FROM node:24.1.0\nCOPY . /app\nUSER node\nCMD ["node", "/app"]\n';

async function inspected(cwd: string, args: readonly string[] = []) {
  const { code, stdout, stderr } = await hullcheck(['inspect', '--format', 'json', ...args], { cwd });
  const document = JSON.parse(stdout) as { projects: Inspection[]; notices: { kind: string; about: string }[] };
  assert.equal(fits(document), true, JSON.stringify(fits.errors));
  return { code, stderr, ...document };
}

async function shop(t: Parameters<typeof folder>[0], files: Record<string, string> = {}) {
  const cwd = folder(t, { 'compose.yaml': SHOP, 'api/Dockerfile': DOCKERFILE, ...files });
  const { projects, code } = await inspected(cwd);
  assert.equal(projects.length, 1);
  return { project: projects[0] as Inspection, code, cwd };
}

describe('inspect', () => {
  test('resources: replicas count, profiles stand apart, and a budget that is exceeded is told', async (t) => {
    const { project, code, cwd } = await shop(t);
    const { sum, sumOfAll, unlimited, exceeded } = project.resources;
    assert.deepEqual([code, sum, sumOfAll], [0, { cpus: 0.5, memory: 1.5 * 1024 ** 3 }, { cpus: 0.5, memory: 1.5 * 1024 ** 3 }]);
    assert.deepEqual([unlimited.memory, exceeded], [['worker', 'db'], []]);
    fs.mkdirSync(`${cwd}/.github`);
    fs.writeFileSync(`${cwd}/.github/hullcheck.yml`, 'budget:\n  cpus: 2\n  memory: 1g\n');
    const over = await inspected(cwd);
    assert.deepEqual([over.code, over.projects[0]?.resources.exceeded], [1, ['memory']]);
    const { stdout } = await hullcheck(['inspect'], { cwd });
    assert.match(stdout, /budget +2 +1 GiB \(exceeded\)\n/);
  });

  test('networks: who reaches whom, what is published where, what is isolated', async (t) => {
    const { networks } = (await shop(t)).project;
    assert.deepEqual(networks.reach, [
      { services: ['web'], networks: ['front'], reaches: ['api'] },
      { services: ['api'], networks: ['back', 'front'], reaches: ['db', 'web', 'worker'] },
      { services: ['worker', 'db'], networks: ['back'], reaches: ['api'] },
    ]);
    assert.deepEqual(
      networks.published.map(({ address, published, target, protocol, scope }) => [address, published, target, protocol, scope]),
      [
        ['0.0.0.0', '8080', 80, 'tcp', 'everywhere'],
        ['127.0.0.1', '9090', 90, 'udp', 'loopback'],
      ],
    );
    assert.deepEqual([networks.isolated, networks.withoutWayOut], [['alone'], ['worker', 'db']]);
  });

  test('volumes: paths of the host as they are written, who shares what, and who may write', async (t) => {
    const { volumes } = (await shop(t)).project;
    assert.deepEqual(
      volumes.paths.map(({ path, uses }) => [path, uses[0]?.readOnly]),
      [
        ['../certs', true],
        ['./html', true],
      ],
    );
    assert.deepEqual(volumes.named.find(({ name }) => name === 'uploads')?.uses, [
      { service: 'api', target: '/uploads', readOnly: false },
      { service: 'worker', target: '/uploads', readOnly: true },
    ]);
  });

  test('dependencies: order, the longest chain, and who waits for health that never comes', async (t) => {
    const { dependencies } = (await shop(t)).project;
    assert.deepEqual(dependencies.order, [['db', 'alone'], ['api', 'worker'], ['web']]);
    assert.deepEqual(dependencies.longest, ['web', 'api', 'db']);
    assert.deepEqual(dependencies.withoutHealth, [{ service: 'web', for: 'api', never: true }]);
    const healthy = await shop(t, { 'api/Dockerfile': `${DOCKERFILE}HEALTHCHECK CMD ["true"]\n` });
    assert.deepEqual(healthy.project.dependencies.withoutHealth, []);
  });

  test('circles of dependencies are found, each once', async (t) => {
    const wait = (name: string, other: string) => `  ${name}: { image: nginx, depends_on: [${other}] }\n`;
    const cwd = folder(t, {
      'compose.yaml': `services:\n${wait('a', 'b')}${wait('b', 'c')}${wait('c', 'a')}${wait('d', 'a')}${wait('e', 'e')}`,
    });
    const { projects } = await inspected(cwd);
    assert.deepEqual(projects[0]?.dependencies.cycles, [['a', 'b', 'c'], ['e']]);
    assert.ok((projects[0]?.refused.length ?? 0) > 0);
  });

  test('advice names its services', async (t) => {
    const { advice } = (await shop(t)).project;
    const of = (part: string) => advice.find(({ message }) => message.includes(part))?.services;
    assert.deepEqual(of('max-size'), ['web', 'api', 'db', 'alone']);
    assert.deepEqual(of('service_healthy'), ['db']);
    assert.deepEqual(of('same image more than once'), ['api', 'worker']);
    assert.deepEqual(of('.dockerignore'), ['api', 'worker']);
    const { project } = await shop(t, { 'api/.dockerignore': 'node_modules\n' });
    assert.ok(!project.advice.some(({ message }) => message.includes('.dockerignore')));
  });

  test('overrides, includes and the environment file are part of a project', async (t) => {
    const cwd = folder(t, {
      'compose.yaml': 'include: [more/stack.yml]\nservices:\n  web: { image: nginx }\n',
      'compose.override.yaml': `services:\n  web: { mem_limit: "\${LIMIT}" }\n`,
      'more/stack.yml': 'services:\n  cache: { image: redis }\n',
      '.env': 'LIMIT=64m\n',
    });
    const { projects } = await inspected(cwd);
    assert.deepEqual(projects[0]?.files, ['compose.yaml', 'compose.override.yaml', 'more/stack.yml']);
    assert.equal(projects[0]?.resources.sum.memory, 64 * 1024 ** 2);
  });

  test('text keeps to narrow terminals and has no control characters but colours', async (t) => {
    const { cwd } = await shop(t, {
      'long.compose.yaml': `services:\n  ${'x'.repeat(90)}:\n    image: "a\\eb"\n    volumes: ["/data/${'y'.repeat(120)}\\e[2J:/x"]\n`,
    });
    const { stdout } = await hullcheck(['inspect'], { cwd });
    assert.ok(Math.max(...stdout.split('\n').map((line) => line.length)) <= 100, stdout);
    assert.doesNotMatch(stdout, /[^\n\x20-\x7e\u00a0-\uffff]/);
    const { projects } = await inspected(cwd);
    const narrow = render({ projects, notices: [] }, 'text', { colours: false, width: 50 });
    assert.ok(Math.max(...narrow.split('\n').map((line) => line.length)) <= 60, narrow);
    const coloured = (await hullcheck(['inspect', '--color'], { cwd })).stdout;
    assert.equal(coloured.replaceAll(/\x1b\[\d+m/g, ''), stdout);
  });

  test('of a file that is read by several it is told that nobody writes, of a socket it is not', async (t) => {
    const service = '    image: octo/agent:2\n    volumes: ["/run/docker.sock:/x:ro", "./conf:/conf:ro"]\n';
    const cwd = folder(t, { 'compose.yaml': `services:\n  a:\n${service}  b:\n${service}` });
    const { stdout } = await hullcheck(['inspect'], { cwd });
    assert.match(stdout, /\/run\/docker\.sock +shared by 2; a, b at \/x \(read-only\)/);
    assert.match(stdout, /\.\/conf +shared by 2, nobody writes; a, b at \/conf/);
  });

  test('markdown escapes names, and a folder without a project says so', async (t) => {
    const cwd = folder(t, { 'compose.yaml': 'services:\n  web:\n    image: nginx\n    volumes: ["./<b>|@octo:/x"]\n' });
    const { stdout } = await hullcheck(['inspect', '--format', 'markdown'], { cwd });
    assert.match(stdout, /- \.\/&lt;b&gt;\\\|@\u200bocto: web at \/x/);
    const empty = await hullcheck(['inspect'], { cwd: folder(t, { 'a.txt': '' }) });
    assert.deepEqual([empty.code, empty.stdout], [0, 'No Compose project to inspect.\n']);
    const missing = await hullcheck(['inspect', 'none.yaml'], { cwd });
    assert.equal(missing.code, 2);
    assert.match(missing.stdout, /failure none\.yaml: .*does not exist/);
  });
});
