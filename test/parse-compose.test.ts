// Compose files as they are read: places through aliases, one view over both syntaxes, and what is told instead of thrown.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Compose's variables look like it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Range } from '../src/model.ts';
import { usedAt } from '../src/parse/compose/model.ts';
import { parseCompose } from '../src/parse/compose/parse.ts';

const read = (text: string, path = 'compose.yaml') => {
  const file = parseCompose({ path, text, bom: false });
  return { file, at: (range: Range | undefined) => range && text.slice(range.start, range.end) };
};
const service = (body: string) => {
  const { file, at } = read(`services:\n  web:\n${body.replace(/^/gm, '    ')}\n`);
  const [web] = file.services;
  assert.ok(web);
  return { file, web, at };
};
const codes = (text: string) => read(text).file.problems.map(({ code }) => code);

test('keys and values know where they are written', () => {
  const { web, at } = service('image: "nginx:1.27" # pinned\ncommand: |\n  one\n  two\n\nuser: app');
  assert.equal(at(web.key.range), 'web');
  assert.equal(at(web.image?.node.range), '"nginx:1.27"');
  assert.equal(at(web.get('command')?.range), '|\n      one\n      two');
  assert.equal(at(web.entryOf('user')?.range), 'user: app');
});

test('a value behind an alias knows where it is written and where it is used', () => {
  const { file, at } = read('x-image: &image nginx:1\nservices:\n  web:\n    image: *image\n');
  const node = file.services[0]?.image?.node;
  assert.ok(node?.via);
  assert.deepEqual([at(node.range), at(node.via), node.string], ['nginx:1', '*image', 'nginx:1']);
});

test('merged entries are used at the merge key; written ones win, whatever the order', () => {
  const { file, at } = read(
    'x-a: &a {restart: always, user: root, ports: ["80:80"]}\nx-b: &b {user: app, tty: true}\nservices:\n  web:\n    user: me\n    <<: [*a, *b]\n    image: x\n',
  );
  const web = file.service('web');
  assert.deepEqual([web?.scalar('user')?.string, web?.scalar('restart')?.string, web?.flag('tty')], ['me', 'always', true]);
  assert.equal(at(web?.entryOf('restart')?.via), '*a');
  assert.equal(web?.entryOf('user')?.via, undefined);
  const [port] = web?.ports ?? [];
  assert.deepEqual([at(port?.via), at(port?.published?.via), at(port?.published?.range)], ['*a', '*a', '80']);
});

test('scalars are what Compose reads, and the traps of YAML 1.1 are known', () => {
  const value = (text: string) => {
    const node = service(`key: ${text}`).web.scalar('key');
    return [node?.value, node?.trap];
  };
  assert.deepEqual(value('0440'), [0o440, undefined]);
  assert.deepEqual(value('1_000'), [1000, undefined]);
  assert.deepEqual(value('yes'), ['yes', 'boolean']);
  assert.deepEqual(value('22:22'), ['22:22', 'sexagesimal']);
  assert.deepEqual(value('"22:22"'), ['22:22', undefined]);
  assert.deepEqual(value('8080:80'), ['8080:80', undefined]);
  assert.deepEqual(value('!!str 80'), ['80', undefined]);
  assert.deepEqual(value('3.8'), [3.8, undefined]);
});

test('ports: short and long syntax give the same view', () => {
  const { web, at } = service(
    'ports:\n  - "127.0.0.1:8080-8081:80-81/udp"\n  - 80\n  - {target: 80, published: "8080", host_ip: 127.0.0.1, protocol: udp}\n  - "[::1]:53:53"\n  - "${BIND:-127.0.0.1:9000}:${PORT:-90}"\n  - "${WHERE}:80"',
  );
  const seen = web.ports.map((port) => [
    port.hostIp?.text ?? null,
    port.published?.ports ?? null,
    port.target?.ports?.from,
    port.protocol,
  ]);
  assert.deepEqual(seen, [
    ['127.0.0.1', { from: 8080, to: 8081 }, 80, 'udp'],
    [null, null, 80, 'tcp'],
    ['127.0.0.1', { from: 8080, to: 8080 }, 80, 'udp'],
    ['::1', { from: 53, to: 53 }, 53, 'tcp'],
    ['127.0.0.1', { from: 9000, to: 9000 }, 90, 'tcp'],
    [null, null, 80, 'tcp'],
  ]);
  assert.equal(at(web.ports[0]?.published?.range), '8080-8081');
  assert.equal(at(web.ports[4]?.hostIp?.range), '${BIND:-127.0.0.1:9000}');
  assert.equal(web.ports[5]?.published?.text, '${WHERE}');
});

test('mounts: sources tell their type, modes and drives are understood', () => {
  const { web, at } = service(
    'volumes:\n  - ./a:/b:ro,rshared\n  - data:/c\n  - /anonymous\n  - C:\\x:/d\n  - ${ROOT:-./e}:/e\n  - ${F}:/f\n  - {type: bind, source: /s, target: /t, read_only: true}',
  );
  assert.deepEqual(
    web.volumes.map((mount) => [mount.type, mount.source?.text ?? null, mount.target?.text, mount.readOnly]),
    [
      ['bind', './a', '/b', true],
      ['volume', 'data', '/c', false],
      ['volume', null, '/anonymous', false],
      ['bind', 'C:\\x', '/d', false],
      ['bind', '${ROOT:-./e}', '/e', false],
      [null, '${F}', '/f', false],
      ['bind', '/s', '/t', true],
    ],
  );
  assert.equal(at(web.volumes[0]?.propagation?.range), 'rshared');
});

test('lists and maps of names are one', () => {
  const { web, at } = service(
    'environment:\n  A: 1\n  B:\n  C: "x=y"\nlabels: ["a=b=c", d]\nbuild: {context: ./app, args: [V=1]}\ndepends_on: {db: {condition: service_healthy, required: "false"}}\nsecrets: [s, {source: t}]\nnetworks: {front: {aliases: [w]}}\nenv_file: [a.env, {path: b.env, required: false}]',
  );
  assert.deepEqual(
    web.environment.map(({ name, value }) => [name, value]),
    [
      ['A', '1'],
      ['B', null],
      ['C', 'x=y'],
    ],
  );
  assert.equal(at(web.environment[2]?.valueRange ?? undefined), 'x=y');
  assert.deepEqual(
    web.variables('labels').map(({ name, value }) => [name, value]),
    [
      ['a', 'b=c'],
      ['d', null],
    ],
  );
  assert.deepEqual([web.build?.context?.string, web.build?.args[0]?.value], ['./app', '1']);
  assert.deepEqual(
    web.dependsOn.map(({ name, condition, required }) => [name, condition, required]),
    [['db', 'service_healthy', false]],
  );
  assert.deepEqual(
    web.secrets.map(({ name }) => name),
    ['s', 't'],
  );
  assert.equal(web.networks[0]?.options?.get('aliases')?.kind, 'list');
  assert.deepEqual(
    web.envFiles.map(({ path, required }) => [path.string, required]),
    [
      ['a.env', true],
      ['b.env', false],
    ],
  );
});

test('healthchecks: every form, and being disabled', () => {
  const form = (body: string) => {
    const check = service(`healthcheck: ${body}`).web.healthcheck;
    return [check?.form, check?.words.map(({ string }) => string).join(' '), check?.disabled];
  };
  assert.deepEqual(form('{test: [CMD, curl, localhost]}'), ['cmd', 'curl localhost', false]);
  assert.deepEqual(form('{test: [CMD-SHELL, "a || b"]}'), ['shell', 'a || b', false]);
  assert.deepEqual(form('{test: "a || b"}'), ['shell', 'a || b', false]);
  assert.deepEqual(form('{test: [NONE]}'), ['none', '', true]);
  assert.deepEqual(form('{disable: "true"}'), [null, '', true]);
  assert.deepEqual(form('{test: [curl, x]}'), [null, '', false]);
});

test('top-level items, includes, fragments and version 1', () => {
  const { file } = read(
    'include: [a.yaml, {path: [b.yaml, c.yaml]}]\nnetworks: {n: {external: true}, m: }\nvolumes: {v: {external: {name: w}}}\nservices: {web: {image: x}}\n',
  );
  assert.deepEqual(
    file.networks.map(({ name, external }) => [name, external]),
    [
      ['n', true],
      ['m', false],
    ],
  );
  assert.equal(file.volumes[0]?.external, true);
  assert.deepEqual(
    file.includes.map(({ string }) => string),
    ['a.yaml', 'b.yaml', 'c.yaml'],
  );
  assert.equal(file.fragment, false);
  assert.equal(read('services: {web: {tty: true}}').file.fragment, true);
  assert.equal(read('services: {web: {image: x}}', 'deploy/compose.override.yml').file.fragment, true);
  const old = read('web:\n  image: x\n').file;
  assert.deepEqual(
    [old.legacy, old.service('web')?.image?.text, old.schemaProblems().map(({ kind }) => kind)],
    [true, 'x', ['version-1']],
  );
});

test('what keeps a file from being read is told at its place', () => {
  assert.deepEqual(codes('services:\n  web:\n    image: x\n    image: y\n'), ['duplicate-key']);
  assert.deepEqual(codes('services: {web: {<<: {a: 1}, <<: {b: 1}}}'), ['duplicate-key']);
  const [twice] = read('a: &a x\nb: {x: 1,\n*a : 2}').file.problems;
  assert.ok(twice && twice.range.start < twice.range.end);
  assert.deepEqual(codes('a: *nowhere'), ['undefined-alias']);
  assert.deepEqual(codes('a: &a [*a]'), ['alias-cycle']);
  assert.deepEqual(codes('a: {<<: 3}'), ['merge-not-a-map']);
  assert.deepEqual(codes('a: \0'), ['control-character']);
  assert.deepEqual(codes('a:\n\tb: c'), ['yaml-tab-as-indent']);
  assert.deepEqual(
    [codes(''), codes('# only'), codes('- a'), codes('a: 1\n---\n')],
    [['empty'], ['empty'], ['not-a-map'], ['not-a-map']],
  );
  const { file, at } = read('services:\n  web:\n    image: x\n    image: y\n');
  assert.deepEqual(
    file.problems.map((problem) => [at(problem.range), at(problem.related?.range)]),
    [['image', 'image']],
  );
  assert.ok((file.problems[0]?.related?.range.start ?? 99) < (file.problems[0]?.range.start ?? 0));
});

test('texts made to be slow or endless are told, not read', () => {
  const bomb = ['a0: &a0 [x,x,x,x,x,x,x,x,x]'];
  for (let i = 1; i < 20; i++)
    bomb.push(
      `a${i}: &a${i} [${Array(9)
        .fill(`*a${i - 1}`)
        .join(',')}]`,
    );
  assert.deepEqual(codes(bomb.join('\n')), ['alias-limit']);
  assert.deepEqual(codes(`a: ${'['.repeat(150)}${']'.repeat(150)}`), ['depth-limit']);
  assert.deepEqual(codes(`a: ${'['.repeat(20_000)}${']'.repeat(20_000)}`).slice(0, 1), ['yaml-resource-exhaustion']);
  assert.deepEqual(codes(`? ${'k'.repeat(2000)}\n: x`), ['long-key']);
  assert.deepEqual(codes(`a: [${'x,'.repeat(300_000)}]`), ['size-limit']);
});

test('values of every document are there', () => {
  const { file } = read('services: {a: {image: x}}\n---\nservices: {b: {image: y}}\n');
  assert.deepEqual(
    file.services.map(({ name }) => name),
    ['a', 'b'],
  );
  assert.equal(file.documents.length, 2);
});

test('a subject is the key path and the words there, without line numbers', () => {
  const { file, web } = service('ports:\n  - "8080:80"\n  - {target: 90}\nprivileged: true');
  const subject = (range: Range | undefined) => range && file.subject(range);
  assert.equal(subject(web.ports[0]?.published?.range), 'services.web.ports/8080');
  assert.equal(subject(web.ports[1]?.target?.range), 'services.web.ports.target/90');
  assert.equal(subject(web.entryOf('privileged')?.key.range), 'services.web/privileged');
  assert.equal(subject(web.get('privileged')?.range), 'services.web.privileged/true');
});

test('an alias inside an aliased value is used where the outer one stands', () => {
  const { file, at } = read('x-v: &v v1\nx-e: &e {A: *v}\nservices: {web: {image: x, environment: *e}}\n');
  const [variable] = file.services[0]?.environment ?? [];
  assert.ok(variable);
  assert.deepEqual(
    [variable.value, at(variable.via), at(variable.node.range), at(usedAt(variable.node))],
    ['v1', '*e', 'v1', '*e'],
  );
});
