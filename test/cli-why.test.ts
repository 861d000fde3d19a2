// `hullcheck why FILE:LINE`: what a line belongs to, what is hidden and why, and what is off.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Explanation } from '../src/explain.ts';
import { folder, hullcheck } from './cli/run.ts';

const DOCKERFILE = `FROM alpine:3.22.2
# hadolint ignore=DL3004 # old image
RUN apk add --no-cache sudo && \\
    sudo id

USER 1000
`;
const COMPOSE = `services:
  web:
    image: nginx:1.29.3
    privileged: true # hullcheck ignore=no-privileged
    ports:
      - 80:80
`;
const SETTINGS = 'rules:\n  no-sudo: error\n  no-privileged: off\n';

async function explained(cwd: string, args: readonly string[]): Promise<Explanation> {
  const { stdout, stderr, code } = await hullcheck(['why', ...args, '--format', 'json'], { cwd });
  assert.equal(code, 0, stderr);
  return JSON.parse(stdout) as Explanation;
}

describe('why', () => {
  test('names the instruction, and the comment that hides', async (t) => {
    const cwd = folder(t, { Dockerfile: DOCKERFILE, '.github/hullcheck.yml': SETTINGS });
    const answer = await explained(cwd, ['Dockerfile:4']);
    assert.deepEqual(answer.part, { name: 'RUN', from: 3, to: 4 });
    assert.deepEqual(
      answer.findings.map(({ rule, line, hidden, comment }) => ({ rule, line, hidden, comment })),
      [{ rule: 'no-sudo', line: 4, hidden: 'ignored: old image', comment: 2 }],
    );
    const { stdout } = await hullcheck(['why', 'Dockerfile:3'], { cwd });
    assert.match(stdout, /^Dockerfile:3 belongs to RUN, lines 3 to 4\.\n/);
    assert.match(
      stdout,
      /Found here and not shown:\n {2}4:5 error no-sudo\n {4}.+\n {4}ignored: old image \(comment in line 2\)\n/,
    );
  });

  test('names the key, and what a rule that is off would say', async (t) => {
    const cwd = folder(t, { 'compose.yaml': COMPOSE, '.github/hullcheck.yml': SETTINGS });
    const answer = await explained(cwd, ['compose.yaml:4']);
    assert.deepEqual(answer.part, { name: 'services.web.privileged', from: 4, to: 4 });
    assert.deepEqual(answer.findings, []);
    const off = answer.off.find(({ rule }) => rule === 'no-privileged');
    assert.equal(off?.by, 'settings');
    assert.deepEqual(
      off?.findings.map(({ line, hidden }) => ({ line, hidden })),
      [{ line: 4, hidden: 'ignored' }],
    );
    assert.deepEqual((await explained(cwd, ['compose.yaml:6'])).part, { name: 'services.web.ports', from: 5, to: 6 });
    const { stdout } = await hullcheck(['why', 'compose.yaml:4'], { cwd });
    assert.match(stdout, /Off in the settings: no-privileged\./);
  });

  test('tells a line that is nothing by itself', async (t) => {
    const cwd = folder(t, { Dockerfile: DOCKERFILE });
    assert.equal((await explained(cwd, ['Dockerfile:5'])).part, null);
    assert.match((await hullcheck(['why', 'Dockerfile:2'], { cwd })).stdout, /no rule looks at it alone/);
  });

  test('says what cannot be explained', async (t) => {
    const cwd = folder(t, {
      Dockerfile: DOCKERFILE,
      'old/Dockerfile': DOCKERFILE,
      'notes.txt': 'x\n',
      '.github/hullcheck.yml': 'ignore: [old]\n',
    });
    const refused = async (place: string) => {
      const { code, stderr } = await hullcheck(['why', place], { cwd });
      assert.equal(code, 2);
      return stderr;
    };
    assert.match(await refused('Dockerfile'), /Which line\? For example: hullcheck why Dockerfile:12/);
    assert.match(await refused('Dockerfile:99'), /Dockerfile has 7 lines\./);
    assert.match(await refused('nothing:1'), /nothing is not reviewed\. .*does not exist/);
    assert.match(await refused('notes.txt:1'), /notes\.txt is not reviewed\. .*neither a Dockerfile nor a Compose file/);
    assert.match(await refused('old/Dockerfile:1'), /`ignore` of the settings keeps it out/);
  });
});
