// Compose projects of several files on the command line: which files are loaded together, and where what is wrong with them is told.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Compose's variables look like it.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { folder, hullcheck, report } from './cli/run.ts';

const BASE = 'services:\n  web:\n    image: nginx:1.29.3\n    networks: [back]\n    depends_on: [db]\n';
const OVER = 'services:\n  db:\n    image: postgres:17.2\n    networks: [back]\nnetworks:\n  back:\n';
const only = (rule: string, found: Awaited<ReturnType<typeof report>>) =>
  found.findings.filter((finding) => finding.rule === rule).map(({ path, start, message }) => `${path}:${start.line} ${message}`);

describe('several Compose files', { concurrency: 4 }, () => {
  test('are one project when --file names them, and so with -f', async (t) => {
    const cwd = folder(t, { 'compose.yaml': BASE, 'deploy/prod.yml': OVER });
    assert.equal(only('defined-references', await report(['check'], { cwd })).length, 2);
    for (const option of ['--file', '-f']) {
      const together = await report(['check', option, 'compose.yaml', option, 'deploy/prod.yml'], { cwd });
      assert.deepEqual(only('defined-references', together), []);
      assert.deepEqual(together.files.sort(), ['compose.yaml', 'deploy/prod.yml']);
    }
  });

  test('are one project when the settings list them, whatever they are called', async (t) => {
    const settings = 'compose-projects:\n  - [compose.yaml, ./deploy/prod.yml]\n';
    const cwd = folder(t, {
      '.github/hullcheck.yml': settings,
      'compose.yaml': BASE,
      'deploy/prod.yml': `${OVER}  web:\n    scal: 2\n`.replace('networks:\n  back:\n  web:', '  web:'),
    });
    const found = await report(['check'], { cwd });
    assert.deepEqual(only('valid-schema', found), ['deploy/prod.yml:6 `scal` is no key of service `web`. Did you mean `scale`?']);
    const undefinedOnes = [...only('defined-references', found), ...only('loadable-compose', found)];
    assert.deepEqual(
      undefinedOnes.map((one) => one.split(' ')[0]),
      ['compose.yaml:4', 'deploy/prod.yml:4'],
    );
  });

  test('what one of them adds to the other is judged as a whole, and told where it is written', async (t) => {
    const cwd = folder(t, {
      'compose.yaml': 'services:\n  web:\n    image: nginx:1.29.3\n    network_mode: host\n',
      'prod.yaml': 'services:\n  web:\n    networks: [front]\nnetworks:\n  front:\n',
    });
    const apart = await report(['check', 'compose.yaml', 'prod.yaml'], { cwd });
    assert.deepEqual(only('loadable-compose', apart), []);
    const together = await report(['check', '-f', './compose.yaml', '-f', './prod.yaml'], { cwd });
    const [told] = only('loadable-compose', together);
    assert.match(told ?? '', /^(?:compose|prod)\.yaml:[34] .*`network_mode` and `networks`/);
  });

  test('a file that is not there, one outside and a misspelt setting are told', async (t) => {
    const cwd = folder(t, { 'compose.yaml': BASE.replace('    networks: [back]\n    depends_on: [db]\n', '') });
    const missing = await report(['check', '--file', 'compose.yaml', '--file', 'prod.yaml'], { cwd });
    assert.deepEqual(
      missing.notices.map(({ about, kind }) => [about, kind]),
      [['prod.yaml', 'failure']],
    );
    const outside = await hullcheck(['check', '--file', '../compose.yaml'], { cwd });
    assert.deepEqual([outside.code, outside.stderr.includes('../compose.yaml lies outside of the working directory')], [2, true]);
    const format = await hullcheck(['check', '-f', 'jsn'], { cwd });
    assert.match(format.stderr, /did you mean "json"\?/);
    const listed = folder(t, {
      'compose.yaml': OVER,
      '.github/hullcheck.yml': 'compose-projects:\n  - [compose.yaml, prod.yaml]\ncompose-project: []\n',
    });
    const { notices } = await report(['check'], { cwd: listed });
    assert.deepEqual(notices.map(({ message }) => message).sort(), [
      'Line 3, column 1: `compose-project` is not known in the settings. Did you mean `compose-projects`?',
      'The settings load it together with prod.yaml, which does not exist: it was looked at without.',
    ]);
  });
});

test('each finding of a project stands in the file and line that a person must edit', async (t) => {
  const cwd = folder(t, {
    '.env': 'TAG=1.29.3\nMEMORY=512 megabytes\n',
    'web.env': 'MODE=fast\nBAD NAME=1\n',
    'compose.yaml': [
      'include:',
      '  - db/compose.yaml',
      'x-limits: &limits',
      '  mem_limit: ${MEMORY}',
      '  cpu_count: many',
      'services:',
      '  web:',
      '    <<: *limits',
      '    image: nginx:${TAG}',
      '    env_file: web.env',
      '    extends:',
      '      file: common.yaml',
      '      service: base',
      '    depends_on: [db, cache]',
      '',
    ].join('\n'),
    'compose.override.yaml': 'services:\n  web:\n    networks: [nowhere]\n    stop_grace_period: soon\n',
    'common.yaml': 'services:\n  base:\n    healthcheck:\n      interval: often\n      test: ["CMD", "true"]\n',
    'db/compose.yaml': 'services:\n  db:\n    image: postgres:17.2\n    shm_size: much\n    secrets: [password]\n',
  });
  const { findings } = await report(['check'], { cwd });
  const told = findings.filter(({ rule }) => rule === 'loadable-compose').map(({ path, start }) => `${path}:${start.line}`);
  assert.deepEqual(told.sort(), [
    'common.yaml:4', // the duration of the service that is extended
    'compose.override.yaml:3', // the network that no file defines
    'compose.override.yaml:4', // the duration that is laid over
    'compose.yaml:14', // the service that neither the file nor the include has
    'compose.yaml:4', // the limits that a merge key brings to the service
    'compose.yaml:5',
    'db/compose.yaml:4', // the size in the included file
    'db/compose.yaml:5', // its secret
    'web.env:2', // the name in the env file
  ]);
});

test('models and contexts that nothing defines are told, in a file that stands alone, too', async (t) => {
  const cwd = folder(t, {
    'compose.yaml':
      'services:\n  web:\n    image: nginx:1.29.3\n    models: [llm]\n  api:\n    build:\n      context: .\n      additional_contexts:\n        base: service:nowhere\n',
    Dockerfile: 'FROM base\nUSER app\n',
  });
  const { findings } = await report(['check'], { cwd });
  const told = findings.filter(({ rule }) => rule === 'loadable-compose').map(({ start }) => start.line);
  assert.deepEqual(told.sort(), [4, 9]);
});
