// Which paths a .dockerignore keeps out, and that no pattern is slow.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseDockerignore } from '../src/parse/dockerignore.ts';

const ignored = (text: string, ...paths: string[]) => paths.filter((path) => parseDockerignore({ text }).ignores(path));

test('patterns are rooted, and a folder takes what is in it along', () => {
  assert.deepEqual(ignored('vendor\n/build/\n*.log', 'vendor', 'vendor/a/b', 'a/vendor', 'build/x', 'x.log', 'a/x.log'), [
    'vendor',
    'vendor/a/b',
    'build/x',
    'x.log',
  ]);
});

test('`**` crosses folders, `*` and `?` do not', () => {
  assert.deepEqual(
    ignored('**/*.log\na/**/z\nb/?.c\nd**e', 'x.log', 'a/b/x.log', 'a/z', 'a/b/c/z', 'az', 'b/x.c', 'b/xx.c', 'd/f/e', 'de'),
    ['x.log', 'a/b/x.log', 'a/z', 'a/b/c/z', 'b/x.c', 'd/f/e', 'de'],
  );
});

test('the last pattern that matches decides', () => {
  assert.deepEqual(ignored('*\n!src\nsrc/secret', 'a', 'src', 'src/x', 'src/secret'), ['a', 'src/secret']);
  assert.deepEqual(ignored('# comment\n\n  a  \r\n! a', 'a'), []);
});

test('classes, escapes and paths that are not clean', () => {
  assert.deepEqual(ignored('[a-c]x\n[^d]y\n\\*z\n./e/../f\n[', 'ax', 'dx', 'dy', 'ey', '*z', 'zz', 'f', '['), [
    'ax',
    'ey',
    '*z',
    'f',
    '[',
  ]);
});

test('a pattern made to be slow ends', () => {
  assert.deepEqual(ignored(`${'**/*'.repeat(900)}x`, 'a/'.repeat(200)), []);
});
