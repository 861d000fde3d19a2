// The command line as it is installed: the bundles of dist/, and the compiled code that they keep for later runs.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { folder, hullcheck, report } from './cli/run.ts';

const SOURCES = fileURLToPath(new URL('../src/doors/cli.ts', import.meta.url));
const BUILD = fileURLToPath(new URL('../tools/build.ts', import.meta.url));
const FILES = {
  Dockerfile: 'FROM alpine\nRUN cd /srv && make\n',
  'compose.yaml': 'version: "3"\nservices:\n  web:\n    image: nginx\n',
};

describe('installed', () => {
  const root = fs.mkdtempSync(path.join(fs.realpathSync(os.tmpdir()), 'hullcheck-installed-'));
  const dist = path.join(root, 'dist');
  before(() => {
    fs.writeFileSync(path.join(root, 'package.json'), '{ "type": "module" }');
    execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', BUILD, '--out', dist], { stdio: 'pipe' });
  });
  after(() => fs.rmSync(root, { recursive: true, force: true }));
  /** A project, and where its runs keep what they compile. */
  const place = (t: TestContext) => {
    const temporary = folder(t, {});
    return { options: { cwd: folder(t, FILES), program: path.join(dist, 'cli.js'), env: { TMPDIR: temporary } }, temporary };
  };
  const kept = (temporary: string) =>
    fs
      .readdirSync(temporary, { recursive: true, encoding: 'utf8' })
      .filter((name) => fs.statSync(path.join(temporary, name)).isFile())
      .map((name) => path.join(temporary, name));

  test('says the same as its sources, whatever the run before it looked at', async (t) => {
    const { options: anywhere, temporary } = place(t);
    // What else there is on this machine must not decide what is loaded.
    const options = { ...anywhere, env: { ...anywhere.env, PATH: path.dirname(process.execPath) } };
    const fromSources = { ...options, program: SOURCES };
    for (const paths of [['Dockerfile'], ['compose.yaml'], [], ['Dockerfile']]) {
      const told = await report(['check', '--preset', 'all', ...paths], options);
      assert.deepEqual(told, await report(['check', '--preset', 'all', ...paths], fromSources));
      assert.ok(told.findings.length > 0);
    }
    assert.deepEqual(
      kept(temporary)
        .map((file) => path.basename(file).split('-')[0])
        .sort(),
      ['compose', 'dockerfile', 'main'],
    );
  });

  test('every command runs', async (t) => {
    const { options } = place(t);
    assert.match((await hullcheck(['rules'], options)).stdout, /^ +no-sudo/m);
    assert.match((await hullcheck(['rules', 'no-sudo'], options)).stdout, /```dockerfile/);
    assert.match((await hullcheck(['fix', '--diff', 'compose.yaml'], options)).stdout, /^-version/m);
    assert.match((await hullcheck(['review'], options)).stderr, /no git repository/);
    assert.match((await hullcheck(['completion', 'bash'], options)).stdout, /complete/);
    assert.match((await hullcheck(['check', '--format', 'sarif'], options)).stdout, /"ruleId":"no-obsolete-version"/);
    assert.match((await hullcheck(['check', '--rule', 'no-such'], options)).stderr, /no rule "no-such"/);
  });

  test('code that was cut off is compiled anew', async (t) => {
    const { options, temporary } = place(t);
    const first = await hullcheck(['check'], options);
    const whole = kept(temporary).map((file) => fs.statSync(file).size);
    for (const file of kept(temporary)) fs.truncateSync(file, 1000);
    assert.deepEqual(await hullcheck(['check'], options), first);
    assert.deepEqual(
      kept(temporary).map((file) => fs.statSync(file).size > 1000),
      whole.map(() => true),
    );
  });

  test('nothing is kept in a folder that others can write to, or that is a link', async (t) => {
    const name = `hullcheck-${process.getuid?.()}`;
    const { options, temporary } = place(t);
    fs.mkdirSync(path.join(temporary, name));
    fs.chmodSync(path.join(temporary, name), 0o777);
    assert.match((await hullcheck(['check'], options)).stdout, /no-obsolete-version/);
    assert.deepEqual(kept(temporary), []);
    fs.rmdirSync(path.join(temporary, name));
    fs.symlinkSync(folder(t, {}), path.join(temporary, name));
    assert.match((await hullcheck(['check'], options)).stdout, /no-obsolete-version/);
    assert.deepEqual(kept(temporary), []);
  });

  test('a folder for temporary files that is not there is no hindrance', async (t) => {
    const { options } = place(t);
    const { stdout, stderr } = await hullcheck(['check'], { ...options, env: { TMPDIR: '/nonexistent/folder' } });
    assert.match(stdout, /no-obsolete-version/);
    assert.equal(stderr, '');
  });
});
