// One Compose project checked from several places and named in several ways: the answer is the same wherever one stands.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Compose's variables look like it.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { folder, report } from './cli/run.ts';

const FILES = {
  'app/compose.yaml': [
    'include: [parts/db.yaml, parts/missing.yaml, ../shared.yaml]',
    'services:',
    '  web:',
    '    extends: {file: parts/base.yaml, service: base}',
    '    image: nginx:${TAG:?which version}',
    '    env_file: [web.env, given.env, {path: other.env, required: false}, "${HOME_OF_NOBODY}/far.env"]',
    '    user: ${WHO:?the user}',
  ].join('\n'),
  'app/.env': 'TAG=1.29.3\n',
  'app/given.env': 'A=1\n',
  'app/parts/db.yaml': 'services:\n  db:\n    image: postgres:17.2\n',
  'app/parts/base.yaml': 'services:\n  base:\n    network_mode: host\n    networks: [front]\n',
  'shared.yaml': 'services:\n  cache:\n    image: redis:7.4.2\n',
};

/** What is told, with paths as seen from the project's folder. */
async function told(cwd: string, path: string): Promise<string[]> {
  const { findings, notices } = await report(['check', '--preset', 'strict', path], { cwd });
  const rules = ['loadable-compose', 'provided-environment', 'defined-references'];
  const seen = (one: string) => one.replace(/^.*app\//, '');
  return [
    ...findings
      .filter(({ rule }) => rules.includes(rule))
      .map(({ rule, path: where, start, message }) => `${rule} ${seen(where)}:${start.line} ${message.split(/[.:] /, 1)[0]}`),
    ...notices.map(({ kind, message }) => `${kind}: ${message}`),
  ];
}

describe('a Compose project', { concurrency: 4 }, () => {
  for (const [where, path] of [
    ['.', 'app'],
    ['.', 'app/compose.yaml'],
    ['app', '.'],
    ['app', 'compose.yaml'],
    ['elsewhere/below', '../../app'],
    ['elsewhere', '../app/compose.yaml'],
    ['elsewhere', '..'],
  ] as const) {
    test(`is loaded alike as ${path} in ${where}`, async (t) => {
      const root = folder(t, FILES);
      const cwd = join(root, where);
      mkdirSync(cwd, { recursive: true });
      const all = await told(cwd, path);
      const [missing, ...provided] = all.filter((one) => !/^limit: /.test(one));
      assert.equal(missing, 'loadable-compose compose.yaml:1 The repository has no `parts/missing.yaml`');
      assert.equal(provided.length, 2, all.join('\n'));
      assert.match(provided.join('\n'), /compose\.yaml:6 `\S*web\.env` is not in the repository/);
      assert.match(provided.join('\n'), /compose\.yaml:7 Nothing sets `WHO`/);
      // What lies beside the folder is followed only by who looks at that, too.
      const limits = all.filter((one) => /^limit: /.test(one));
      const whole = where === '.' || path === '..';
      assert.equal(limits.length, whole ? 0 : 1, limits.join('\n'));
    });
  }
});
