// Image references are split after the distribution grammar.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Docker's variables look like it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseImage } from '../src/parse/image.ts';

const DIGEST = `sha256:${'a'.repeat(64)}`;

test('registry, repository, tag and digest', () => {
  const cases: Record<string, (string | null)[]> = {
    nginx: [null, 'nginx', null, null],
    'library/nginx:1.27': [null, 'library/nginx', '1.27', null],
    'ghcr.io/octo/shop:v1': ['ghcr.io', 'octo/shop', 'v1', null],
    'localhost/app': ['localhost', 'app', null, null],
    'host:5000/app': ['host:5000', 'app', null, null],
    'octo/shop': [null, 'octo/shop', null, null],
    [`a/b:1@${DIGEST}`]: [null, 'a/b', '1', DIGEST],
    '[::1]:5000/app:x': ['[::1]:5000', 'app', 'x', null],
    'n:${V:-1}@sha256:${D}': [null, 'n', '${V:-1}', 'sha256:${D}'],
    '${R}/app:1': [null, '${R}/app', '1', null],
  };
  for (const [text, expected] of Object.entries(cases)) {
    const ref = parseImage(text);
    assert.deepEqual([ref?.registry, ref?.repository, ref?.tag, ref?.digest], expected, text);
  }
});

test('what is no reference is null', () => {
  for (const text of [
    '',
    'A',
    'a:',
    ':a',
    'a@',
    'a@sha256:1',
    '/a',
    'a//b',
    'a b',
    'a:b:c',
    '-a',
    'a_',
    'a'.repeat(300),
    'a'.repeat(64),
  ]) {
    assert.equal(parseImage(text), null, text);
  }
});

test('official images, variables and places', () => {
  const official = (text: string) => parseImage(text)?.official;
  assert.deepEqual(['nginx', 'docker.io/library/nginx', 'octo/x', 'ghcr.io/nginx', '$X'].map(official), [
    true,
    true,
    false,
    false,
    false,
  ]);
  assert.equal(parseImage('$X')?.dynamic, true);
  const text = `host:5000/app:1@${DIGEST}`;
  const ref = parseImage(text);
  const slice = (range: { start: number; end: number } | null | undefined) => (range ? text.slice(range.start, range.end) : null);
  assert.deepEqual([slice(ref?.nameRange), slice(ref?.tagRange), slice(ref?.digestRange)], ['host:5000/app', '1', DIGEST]);
});
