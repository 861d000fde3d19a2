// Patches as GitHub lists them: read into hunks and taken back, or refused where they do not fit.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { changedSpan, newSpans, parsePatch, textBefore } from '../src/change/patch.ts';

/** The hunks that git itself writes, as the API lists them: without the file's header and the last newline. */
function patchBetween(before: string, after: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'hullcheck-patch-'));
  try {
    writeFileSync(join(folder, 'a'), before);
    writeFileSync(join(folder, 'b'), after);
    execFileSync('git', ['diff', '--no-index', '--text', 'a', 'b'], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
    return '';
  } catch (error) {
    const { stdout } = error as { stdout: string };
    return stdout.slice(stdout.indexOf('\n@@') + 1).replace(/\n$/, '');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const lines = (count: number) => Array.from({ length: count }, (_, i) => `line ${i}`);
const many = `${lines(60).join('\n')}\n`;
const pairs: [string, string, string][] = [
  ['a changed line', many, many.replace('line 30', 'line thirty')],
  ['far apart', many, many.replace('line 3\n', '').replace('line 50', 'x\ny')],
  ['a new file', '', 'FROM a\n'],
  ['a removed file', 'FROM a\nRUN b', ''],
  ['no newline before', 'a\nb', 'a\nb\n'],
  ['no newline after', 'a\nb\n', 'a\nb'],
  ['no newline at all', 'a\nb', 'a\nc'],
  ['CRLF', 'a\r\nb\r\nc\r\n', 'a\r\nB\r\nc\r\n'],
  ['byte order mark', '\uFEFFa\nb\n', '\uFEFFa\nc\n'],
  ['lines that look like patches', 'a\n@@ -1 +1 @@\n-x\n', 'a\n@@ -1 +1 @@\n+y\n\\ No newline at end of file\n'],
  ['empty lines', 'a\n\n\nb\n', '\na\n\nb\n\n'],
];

for (const [name, before, after] of pairs) {
  test(`taken back: ${name}`, () => {
    const hunks = parsePatch(patchBetween(before, after));
    assert.ok(hunks);
    assert.equal(textBefore(after, hunks), before);
  });
}

test('the lines that hunks show are those of the new side', () => {
  const hunks = parsePatch(patchBetween(many, many.replace('line 3\n', '').replace('line 50', 'x\ny')));
  assert.ok(hunks);
  assert.deepEqual(newSpans(hunks), [
    { from: 1, to: 6 },
    { from: 47, to: 54 },
  ]);
});

test('a patch of another text does not fit, and what is no patch is refused', () => {
  const hunks = parsePatch(patchBetween(many, many.replace('line 30', 'line thirty')));
  assert.ok(hunks);
  assert.equal(textBefore(many, hunks), null);
  assert.equal(textBefore('', hunks), null);
  assert.equal(textBefore(many.replace('line 30', 'line thirty').replace('line 28', 'else'), hunks), null);
  for (const patch of ['Binary files differ', '@@ -1,3 +1,3 @@\n a\n', '@@ -1 +1 @@\n-a\n+b\n+c', '@@ -1 +1 @@\n*a'])
    assert.equal(parsePatch(patch), null, patch);
});

test('without a patch, the lines between what stayed are the changed ones', () => {
  assert.deepEqual(changedSpan('a\nb\nc\n', 'a\nX\nY\nc\n'), [{ from: 2, to: 3 }]);
  assert.deepEqual(changedSpan('a\nb\nc\n', 'a\nc\n'), [{ from: 2, to: 2 }]);
  assert.deepEqual(changedSpan('a\n', 'a\n'), []);
});
