// Compose projects as Compose loads them: merged values as JSON, the place of each, and what keeps a project from loading.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are variables of Compose.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Json } from '../src/parse/compose/load/decode/shape.ts';
import type { LoadedProject } from '../src/parse/compose/load/load.ts';
import { loadProjects } from '../src/parse/compose/load/projects.ts';
import { at, type Value } from '../src/parse/compose/load/value.ts';
import { parseCompose } from '../src/parse/compose/parse.ts';

type Texts = Readonly<Record<string, string>>;

/** The projects of a repository that has exactly these files. */
function projectsOf(texts: Texts): readonly LoadedProject[] {
  const sources = new Map(Object.entries(texts).map(([path, text]) => [path, { path, text, bom: false }]));
  const documents = new Map(
    [...sources].filter(([path]) => /\.ya?ml$/.test(path)).map(([path, source]) => [path, parseCompose(source)]),
  );
  return loadProjects([...documents.values()], {
    compose: (path) => documents.get(path),
    text: (path) => sources.get(path),
    has: (path) => sources.has(path),
  });
}

function load(texts: Texts | string): LoadedProject {
  const [project] = projectsOf(typeof texts === 'string' ? { 'compose.yaml': texts } : texts);
  assert.ok(project);
  return project;
}

const service = (body: string) => `services:\n  web:\n    image: a:1\n${body.replace(/^/gm, '    ')}\n`;
const web = (project: LoadedProject): Record<string, Json> => {
  const services = project.model.services as Record<string, Record<string, Json>>;
  return services.web ?? {};
};
const codes = (project: LoadedProject) => project.problems.map(({ code }) => code);
const said = (project: LoadedProject, texts: Texts) =>
  project.problems.map(({ at: { path, range }, code }) => `${path}: ${texts[path]?.slice(range.start, range.end)}: ${code}`);

test('variables take the values of .env, their defaults, alternatives, or nothing', () => {
  const values = {
    A: '$A ${A} ${A:-x} ${A:+y} $$A',
    B: '${NONE-a}${NONE:-${ALSO_NONE:-b}}${EMPTY-c}${EMPTY:-d}${NONE+e}${EMPTY+f}${EMPTY:+g}',
    C: '${A:-{"a": 1}} ${NONE}',
  };
  const texts = { 'compose.yaml': service(`environment: ${JSON.stringify(values)}`), '.env': 'A=1\nEMPTY=\n' };
  assert.deepEqual(web(load(texts)).environment, { A: '1 1 1 y $A', B: 'abdf', C: '1 ' });
});

test('env files hold quotes, escapes, comments and variables', () => {
  const env = `A=1 # one\nB="two\\n$A" # two\nC='$A'\nexport D = x#y\nE: \${A}\${Z:-z}\nF="multi\nline"\n`;
  const image = 'a:1\n    environment: {A: $A, B: $B, C: $C, D: $D, E: $E, F: $F}';
  const project = load({ 'compose.yaml': `services:\n  web:\n    image: ${image}\n`, '.env': env });
  assert.deepEqual(web(project).environment, { A: '1', B: 'two\n1', C: '$A', D: 'x#y', E: '1z', F: 'multi\nline' });
  const broken = load({ 'compose.yaml': service(''), '.env': 'A=1\nB C=2\n' });
  assert.deepEqual(codes(broken), ['env-file']);
});

test('short syntax becomes long, with defaults and the types that Go reads', () => {
  const project = load(
    service(
      'ports: ["127.0.0.1:8080-8081:80-81/udp"]\nvolumes: ["./data:/data/:ro,z"]\nbuild: ./app\nmem_limit: 1.5g\ncpus: "0.1"\n' +
        'stop_grace_period: 90s\nread_only: "yes"\nlabels: {a: 1.0, b: 0o17, c: true, d: }\ncommand: sh -c "a b"\ntmpfs: /run',
    ),
  );
  assert.deepEqual(project.problems, []);
  const { ports, volumes, build, mem_limit, cpus, stop_grace_period, read_only, labels, command, tmpfs } = web(project);
  assert.deepEqual(ports, [
    { mode: 'ingress', host_ip: '127.0.0.1', target: 80, published: '8080', protocol: 'udp' },
    { mode: 'ingress', host_ip: '127.0.0.1', target: 81, published: '8081', protocol: 'udp' },
  ]);
  const data = '/repository/data';
  assert.deepEqual(volumes, [{ type: 'bind', source: data, target: '/data', read_only: true, bind: { selinux: 'z' } }]);
  assert.deepEqual(build, { context: '/repository/app', dockerfile: 'Dockerfile' });
  assert.deepEqual([mem_limit, cpus, stop_grace_period, read_only], ['1610612736', 0.1, '1m30s', true]);
  assert.deepEqual(labels, { a: '1', b: '15', c: 'true', d: '' });
  assert.deepEqual([command, tmpfs], [['sh', '-c', 'a b'], ['/run']]);
  assert.deepEqual(project.model.networks, { default: { name: 'repository_default', ipam: {} } });
});

test('an override is merged by the rule of each key', () => {
  const project = load({
    'compose.yaml': service(
      'command: [a]\nenvironment: {A: 1, B: 2}\nports: ["80:80"]\nvolumes: ["./a:/a", "./b:/b"]\nlabels: [l=1]\nexpose: [80]\ndns: 1.1.1.1\nhealthcheck: {test: [CMD, a], retries: 1}',
    ),
    'compose.override.yaml':
      'services:\n  web:\n    command: b c\n    environment: [B=3, C=4]\n    ports: ["80:80", "81:81"]\n    volumes: ["./c:/a"]\n    labels: {l: 2, m: 3}\n    expose: !override [90]\n    dns: !reset null\n    healthcheck: {test: x}\n',
  });
  assert.deepEqual(project.problems, []);
  const { command, environment, ports, volumes, labels, expose, dns, healthcheck } = web(project);
  assert.deepEqual(command, ['b', 'c']);
  assert.deepEqual(environment, { A: '1', B: '3', C: '4' });
  assert.deepEqual(
    (ports as { target: number }[]).map(({ target }) => target),
    [80, 81],
  );
  assert.deepEqual(
    (volumes as { source: string }[]).map(({ source }) => source),
    ['/repository/c', '/repository/b'],
  );
  assert.deepEqual([labels, expose, dns], [{ l: '2', m: '3' }, ['90'], undefined]);
  assert.deepEqual(healthcheck, { test: ['CMD-SHELL', 'x'], retries: 1 });
});

test('every value knows the file and the text where it was written', () => {
  const texts = {
    'compose.yaml':
      'include: [inc/db.yaml]\nx-common: &common\n  restart: always\nservices:\n  web:\n    <<: *common\n    extends: {file: base/common.yml, service: base}\n    ports: ["80:80"]\n',
    'compose.override.yaml': 'services:\n  web:\n    environment: [B=2]\n',
    'base/common.yml': 'services:\n  base:\n    image: a:1\n    environment: {A: 1}\n    volumes: ["./data:/data"]\n',
    'inc/db.yaml': 'services:\n  db:\n    image: b:${TAG}\n',
    'inc/.env': 'TAG=7\n',
  };
  const { root, problems, model } = load(texts);
  const where = (value: Value | undefined) => {
    assert.ok(value);
    const { path, range, via } = value.at;
    const text = (texts as Texts)[path] ?? '';
    return `${path}: ${text.slice(range.start, range.end)}${via ? ` through ${text.slice(via.start, via.end)}` : ''}`;
  };
  const item = (key: string, index: number) => {
    const list = at(root, 'services', 'web', key);
    return list?.kind === 'list' ? list.items[index] : undefined;
  };
  assert.deepEqual(problems, []);
  assert.equal(where(at(root, 'services', 'web', 'image')), 'base/common.yml: a:1');
  assert.equal(where(at(root, 'services', 'web', 'restart')), 'compose.yaml: always through *common');
  assert.equal(where(item('environment', 0)), 'base/common.yml: A: 1');
  assert.equal(where(item('environment', 1)), 'compose.override.yaml: B=2');
  assert.equal(where(item('ports', 0)), 'compose.yaml: "80:80"');
  assert.equal(where(at(item('volumes', 0), 'source')), 'base/common.yml: "./data:/data"');
  assert.equal(where(at(root, 'services', 'db', 'image')), 'inc/db.yaml: b:${TAG}');
  const services = model.services as Record<string, { image: string; volumes: { source: string }[] }>;
  assert.equal(services.db?.image, 'b:7');
  assert.equal(services.web?.volumes[0]?.source, '/repository/base/data');
});

test('what Compose refuses is told at the words that are wrong', () => {
  const refused: readonly (readonly [body: string, words: string, code: string])[] = [
    ['ports: ["80:foo"]', '"80:foo"', 'bad-port'],
    ['ports: [{target: 80, host_ip: here}]', 'here', 'bad-address'],
    ['volumes: [":/a"]', '":/a"', 'bad-volume'],
    ['volumes: [{type: bind, target: /a}]', '{type: bind, target: /a}', 'missing-source'],
    ['tmpfs: /a\nvolumes: ["./b:/a"]', '"./b:/a"', 'repeated-mount'],
    ['mem_limit: 5x', '5x', 'bad-size'],
    ['stop_grace_period: soon', 'soon', 'bad-duration'],
    ['read_only: "maybe"', '"maybe"', 'wrong-type'],
    ['command: a "b', 'a "b', 'bad-command'],
    ['healthcheck: {test: [curl]}', 'curl', 'bad-healthcheck'],
    ['networks: [front]', 'front', 'undefined-reference'],
    ['volumes: ["data:/data"]', '"data:/data"', 'undefined-reference'],
    ['depends_on: [db]', 'db', 'undefined-reference'],
    ['depends_on: [web]', 'web', 'dependency-cycle'],
    ['network_mode: host\nnetworks: [default]', 'network_mode', 'networks-beside-mode'],
    ['scale: 2\ncontainer_name: one', 'container_name', 'fixed-name'],
    ['scale: 2\ndeploy: {replicas: 3}', '2', 'conflicting-values'],
    ['mem_limit: 1g\ndeploy: {resources: {limits: {memory: 2g}}}', '1g', 'conflicting-values'],
    ['platform: linux/arm64\nbuild: {platforms: [linux/amd64]}', 'linux/arm64', 'missing-platform'],
    ['build: {dockerfile: a, dockerfile_inline: FROM a}', 'dockerfile_inline', 'exclusive-keys'],
    ['build: {additional_contexts: {a: "service:db"}}', '"service:db"', 'undefined-context'],
    ['gpus: [{count: 1, device_ids: ["0"]}]', 'count', 'exclusive-keys'],
    ['develop: {watch: [{path: ., action: sync}]}', '{path: ., action: sync}', 'missing-target'],
    ['image: "${A"', '"${A"', 'invalid-variable'],
    ['extends: none', 'none', 'undefined-service'],
    ['unknown: 1', 'unknown', 'unknown-key'],
    ['hostname: 2024-01-01', '2024-01-01', 'wrong-type'],
  ];
  for (const [body, words, code] of refused) {
    const text = service(body.startsWith('image') ? '' : body).replace('image: a:1\n    \n', `${body}\n`);
    const texts = { 'compose.yaml': text };
    const project = load(texts);
    assert.ok(said(project, texts).includes(`compose.yaml: ${words}: ${code}`), `${body}: ${said(project, texts)}`);
    assert.ok(
      project.problems.every(({ cause }) => cause === 'file'),
      body,
    );
  }
});

test('what only a person can provide is no mistake of the files', () => {
  const texts = {
    'compose.yaml':
      'services:\n  web:\n    image: a:${TAG:?which version}\n    ports: ["${PORT}:80", "${OTHER}"]\n    env_file: [secret.env, {path: more.env, required: false}]\n',
  };
  const { problems } = load(texts);
  assert.deepEqual(
    problems.map(({ cause, code }) => [cause, code]),
    [
      ['environment', 'required-variable'],
      ['environment', 'unset-variable'],
      ['environment', 'missing-env-file'],
    ],
  );
  assert.match(problems[0]?.message ?? '', /`TAG`.*which version/);
  assert.deepEqual(codes(load({ ...texts, '.env': 'TAG=1\nPORT=1\nOTHER=2\n', 'secret.env': 'A=1\n' })), []);
});

test('variables of a service come from its env files and its own environment, each with its place', () => {
  const texts = {
    'compose.yaml': service('env_file: [a.env, {path: raw.env, format: raw}]\nenvironment: {B: own}'),
    'a.env': 'A=1\nB=file\nC="$A and $B"\n',
    'raw.env': 'D="$A"\n',
  };
  const variables = [...(load(texts).environments.get('web') ?? [])];
  assert.deepEqual(
    Object.fromEntries(
      variables.map(
        ([
          name,
          {
            value,
            at: { path },
          },
        ]) => [name, `${path}: ${value}`],
      ),
    ),
    {
      A: 'a.env: 1',
      B: 'compose.yaml: own',
      C: 'a.env: 1 and own',
      D: 'raw.env: "$A"',
    },
  );
});
