// Settings of dclint and compose-lint where there are none of our own: what each of their keys means here.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { folder, hullcheck, report, shown } from './cli/run.ts';

const COMPOSE = `version: "3.8"
services:
  web:
    image: nginx:1.29.3
    privileged: true
    ports:
      - 8080:80
  api:
    build: .
    image: octo/api:2.1
    pid: host
    environment:
      API_TOKEN: 4f1c9e2ab77d40c8
      DATABASE_URL: postgres://octo:4f1c9e2ab77d40c8@db/octo
`;
type Files = Record<string, string>;
type Context = Parameters<typeof folder>[0];

async function check(t: Context, files: Files, ...args: string[]) {
  return report(['check', ...args], { cwd: folder(t, { 'compose.yaml': COMPOSE, ...files }) });
}
const rulesIn = (findings: readonly { rule: string }[]) => new Set(findings.map(({ rule }) => rule));

describe('dclint', () => {
  const levels = {
    rules: { 'no-version-field': 0, 'require-quotes-in-ports': 2, 'no-build-and-image': [1, { checkPullPolicy: false }] },
  };

  test('levels of rules and their options, in every form of the file', async (t) => {
    const yaml =
      'rules:\n  no-version-field: 0\n  require-quotes-in-ports: 2\n  no-build-and-image: [1, {checkPullPolicy: false}]\n';
    const json = JSON.stringify({ $schema: './node_modules/dclint/schemas/linter-config.schema.json', ...levels }, null, '\t');
    for (const [name, text] of [
      ['.dclintrc', json],
      ['.dclintrc.json', json],
      ['.dclintrc.yaml', yaml],
      ['.dclintrc.yml', yaml],
      ['.config/dclintrc', yaml],
      ['.config/dclintrc.json', json],
      ['package.json', JSON.stringify({ name: 'shop', dclint: levels })],
    ] as const) {
      const { findings, notices } = await check(t, { [name]: text });
      assert.deepEqual(notices, [], name);
      const rules = rulesIn(findings);
      assert.ok(!rules.has('no-obsolete-version'), name);
      const severities = (id: string) => findings.filter(({ rule }) => rule === id).map(({ severity }) => severity);
      assert.deepEqual([severities('quoted-ports'), severities('no-build-and-image')], [['error'], ['warning']], name);
    }
    assert.ok(rulesIn((await check(t, {})).findings).has('no-obsolete-version'));
  });

  test('tags that are prohibited', async (t) => {
    const image = 'services:\n  web:\n    image: octo/web:nightly\n';
    const tags = async (...prohibitedTags: string[]) => {
      const rules = { 'service-image-require-explicit-tag': [2, { prohibitedTags }] };
      const { findings } = await check(t, { 'compose.yaml': image, '.dclintrc': JSON.stringify({ rules }) });
      return rulesIn(findings).has('tagged-image');
    };
    assert.deepEqual([await tags('nightly'), await tags('latest')], [true, false]);
  });

  test('a package without settings, or one that cannot be read, says nothing', async (t) => {
    const rc = { '.dclintrc': JSON.stringify(levels) };
    for (const text of ['{"devDependencies": {"dclint": "3.1.0"}}', '{"dclint": ', '\0'])
      for (const files of [rc, {}] as const) {
        const { findings, notices } = await check(t, { 'package.json': text, ...files });
        assert.deepEqual(notices, [], text);
        assert.equal(rulesIn(findings).has('no-obsolete-version'), files !== rc, text);
      }
  });

  test('quotes and orders of its options', async (t) => {
    const compose = `services:
  web:
    environment: { A: b }
    image: nginx:1.29.3
    ports:
      - "127.0.0.1:8080:80"
    expose:
      - 80
x-a: 1
`;
    const rules = {
      'require-quotes-in-ports': [1, { quoteType: 'single', portsSections: ['ports'] }],
      'service-keys-order': [1, { groups: { Own: ['environment'] }, groupOrder: ['Own', 'Core Definitions', 'Networking'] }],
      'top-level-properties-order': [1, { customOrder: ['services', 'x-properties'] }],
    };
    const messages = async (text: string) => {
      const { findings } = await check(t, { 'compose.yaml': compose, '.dclintrc': text });
      return findings.filter(({ rule }) => /^(?:quoted|sorted)-/.test(rule)).map(({ message }) => message.replace(/\. .*/s, '.'));
    };
    assert.deepEqual(await messages(JSON.stringify({ rules })), [
      '`127.0.0.1:8080:80` is not in single quotes, which the settings ask for.',
    ]);
    const plain = Object.fromEntries(Object.keys(rules).map((id) => [id, 1]));
    assert.deepEqual(await messages(JSON.stringify({ rules: plain })), [
      '`image` stands behind keys that readers expect after them.',
      '`80` is not in quotes.',
      '`x-a` stands behind parts that mostly come after it.',
    ]);
  });

  test('comments beside the key of a list, above it and at the head of the file', async (t) => {
    const ports = '      - "8080:80"\n      - "9090:90"\n';
    const compose = (beside: string, above = '', head = '') =>
      `${head}services:\n  web:\n    image: nginx:1.29.3\n${above}    ports:${beside}\n${ports}`;
    const lines = async (text: string) => {
      const { findings } = await check(t, { 'compose.yaml': text }, '--preset', 'all');
      const told = findings.filter(({ rule, hidden }) => rule === 'bind-published-ports' && !hidden);
      return told.map(({ start }) => start.line);
    };
    const id = 'no-unbound-port-interfaces';
    assert.deepEqual(await lines(compose('')), [5, 6]);
    assert.deepEqual(await lines(compose(` # dclint disable-line ${id}`)), []);
    assert.deepEqual(await lines(compose('', `    # dclint disable-line ${id} no-version-field -- behind a firewall\n`)), []);
    assert.deepEqual(await lines(compose(' # dclint disable-line no-version-field')), [5, 6]);
    assert.deepEqual(await lines(compose('', '', `# dclint disable ${id}\n`)), []);
    assert.deepEqual(await lines(compose('', '', '# dclint disable-file\n')), []);
    assert.deepEqual(await lines(compose('').replace('"8080:80"', '"8080:80" # dclint disable-line')), [6]);
  });

  test('exclude leaves Compose files out, and Dockerfiles in', async (t) => {
    const { findings, files } = await check(t, {
      '.dclintrc.json': '{"exclude": ["tests", "./old/"]}',
      'my-tests/a/compose.yaml': COMPOSE,
      'compose.tests.yml': COMPOSE,
      'old/compose.yaml': COMPOSE,
      'tests/Dockerfile': 'FROM alpine:3.22.2\nRUN sudo id\n',
      'newer/compose.yaml': COMPOSE,
    });
    assert.deepEqual([...files].sort(), ['compose.yaml', 'newer/compose.yaml', 'tests/Dockerfile']);
    assert.ok(rulesIn(findings).has('no-sudo'));
  });

  test('a program is never run, and what is wrong is told', async (t) => {
    const program = 'module.exports = { rules: { "no-version-field": 0 } };\nrequire("fs").writeFileSync("ran", "");\n';
    const js = await check(t, { '.dclintrc.cjs': program });
    assert.match(js.notices[0]?.message ?? '', /^This is a program, and nothing of a repository is run\. .*`\.dclintrc\.yaml`/);
    assert.ok(rulesIn(js.findings).has('no-obsolete-version'));
    const wrong = await check(t, {
      '.dclintrc.yml': 'rulez: {}\nrules:\n  no-version-field: 3\n  services-alphabetical-order: 1\n',
    });
    assert.deepEqual(
      wrong.notices.map(({ kind, about, message }) => `${kind} ${about} ${message.slice(0, 26)}`),
      ['limit .dclintrc.yml Line 1: `rulez` is not kno', 'limit .dclintrc.yml Line 3: `no-version-field`'],
    );
    assert.ok(rulesIn(wrong.findings).has('sorted-services'));
  });
});

describe('compose-lint', () => {
  test('rules that are off, and severities', async (t) => {
    const settings = `x-why: &why
  enabled: false
  reason: it is a lab
rules:
  CL-0002: *why
  CL-0020: { enabled: false }
  CL-0010: { severity: critical }
  CL-0003: { severity: low }
  CL-9999: { enabled: false }
`;
    for (const name of ['.compose-lint.yml', '.compose-lint.yaml']) {
      const { findings, notices } = await check(t, { [name]: settings }, '--preset', 'security');
      assert.deepEqual(notices, []);
      const rules = rulesIn(findings);
      assert.ok(
        !rules.has('no-privileged') && rulesIn((await check(t, {}, '--preset', 'security')).findings).has('no-privileged'),
      );
      const severity = (id: string) => findings.find(({ rule }) => rule === id)?.severity;
      assert.deepEqual([severity('no-host-namespaces'), severity('no-new-privileges')], ['error', 'info']);
      // The same rule tells passwords in addresses, which are not off.
      assert.ok(rules.has('no-credential-literals'));
    }
    const both = 'rules:\n  CL-0020: { enabled: false }\n  CL-0021: { enabled: false }\n';
    assert.ok(
      !rulesIn((await check(t, { '.compose-lint.yml': both }, '--preset', 'security')).findings).has('no-credential-literals'),
    );
  });
});

describe('compose-lint, services', () => {
  const read = async (t: Context, settings: string) => {
    const { findings, notices } = await check(t, { '.compose-lint.yml': settings }, '--preset', 'security');
    assert.deepEqual(notices, []);
    return (id: string) =>
      findings.filter(({ rule, hidden }) => rule === id && !hidden).map(({ start }) => (start.line < 8 ? 'web' : 'api'));
  };

  test('those that are excluded are not told, by list and with reasons', async (t) => {
    const told = await read(
      t,
      'rules:\n  CL-0003: { exclude_services: [web] }\n  CL-0010:\n    exclude_services: { api: it watches the others }\n',
    );
    assert.deepEqual([told('no-new-privileges'), told('no-host-namespaces'), told('no-privileged')], [['api'], [], ['web']]);
  });

  test('a rule that stands for two of theirs leaves out what both do', async (t) => {
    const one = await read(t, 'rules:\n  CL-0020: { exclude_services: [api] }\n');
    assert.ok(one('no-credential-literals').length > 0);
    for (const other of ['{ enabled: false }', '{ exclude_services: [api] }']) {
      const both = await read(t, `rules:\n  CL-0020: { exclude_services: [api] }\n  CL-0021: ${other}\n`);
      assert.deepEqual(both('no-credential-literals'), []);
    }
  });
});

describe('together', () => {
  const files: Files = {
    '.hadolint.yaml': 'ignored: [DL3004]\nfailure-threshold: warning\n',
    '.dclintrc': '{"rules": {"no-version-field": 0}, "exclude": ["old"]}',
    '.compose-lint.yml': 'rules:\n  CL-0002: { enabled: false }\n  CL-0003: { exclude_services: [web] }\n',
    Dockerfile: 'FROM alpine:3.22.2\nRUN sudo id\nUSER 1000\n',
    'compose.yaml': COMPOSE,
  };

  test('those of every tool hold, and only where there are none of our own', async (t) => {
    const rules = rulesIn((await check(t, files, '--preset', 'security')).findings);
    for (const id of ['no-sudo', 'no-obsolete-version', 'no-privileged']) assert.ok(!rules.has(id), id);
    const own = rulesIn((await check(t, { ...files, '.github/hullcheck.yml': 'preset: security\n' })).findings);
    for (const id of ['no-sudo', 'no-obsolete-version', 'no-privileged']) assert.ok(own.has(id), id);
  });

  test('init --from writes the same, and tells what it leaves behind', async (t) => {
    const cwd = folder(t, files);
    const args = ['check', '--preset', 'all'];
    const before = shown(await report(args, { cwd }));
    const one = await hullcheck(['init', '--from', 'dclint'], { cwd });
    assert.match(one.stderr, /\.hadolint\.yaml is no longer read.*--from dclint --from hadolint --from compose-lint --force/);
    const from = ['--from', 'hadolint', '--from', 'dclint', '--from', 'compose-lint'];
    const { code, stderr } = await hullcheck(['init', ...from, '--force'], { cwd });
    assert.equal(code, 0);
    assert.equal(stderr, '');
    assert.deepEqual(shown(await report(args, { cwd })), before);
    const { stdout } = await hullcheck(['init', ...from, '--stdout'], { cwd });
    assert.match(stdout, /no-obsolete-version: off # no-version-field\n/);
    assert.match(stdout, /fail-on: warning\n/);
    assert.match(stdout, /no-new-privileges: # CL-0003\n {4}ignore-services: \["web"\]\n/);
  });
});
