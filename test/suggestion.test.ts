// Suggestions: accepted as GitHub accepts them, they give exactly the fix's bytes; what they cannot say, they do not say.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parsePatch, textBefore } from '../src/change/patch.ts';
import type { Edit, Finding } from '../src/model.ts';
import { comment } from '../src/report/comment.ts';
import { fixPatch } from '../src/report/fix-patch.ts';
import { suggestionFor } from '../src/report/suggestion.ts';
import { applyEdits } from '../src/text.ts';
import { suggestedLines } from './github/suggestions.ts';

const finding = (edits: Edit[], message = 'No tag.'): Finding => ({
  rule: 'some-rule',
  severity: 'warning',
  category: 'security',
  path: 'Dockerfile',
  range: { start: 0, end: 1 },
  message,
  url: 'https://example.com/rules/some-rule',
  fingerprint: '0123456789abcdef',
  related: [],
  fix: { title: 'Say a tag', safety: 'safe', edits },
});

/** The edits that make `after` of `before` where it says `old`. */
function edit(before: string, old: string, text: string): Edit {
  const start = before.indexOf(old);
  assert.notEqual(start, -1);
  return { path: 'Dockerfile', range: { start, end: start + old.length }, text };
}

/** As GitHub's button does: lines of the comment replace lines of the file and take over their line ends. */
function accept(text: string, edits: Edit[]): string | null {
  const one = finding(edits);
  const suggestion = suggestionFor(one, text);
  if (!suggestion) return null;
  const body = comment(one, { files: [{ path: 'Dockerfile', text, bom: false }], suggestion });
  const wanted = suggestedLines(body);
  assert.ok(wanted);
  const lines = text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
  const { from, to } = suggestion.lines;
  assert.ok(from >= 1 && from <= to && to <= lines.length);
  const end = lines[from - 1]?.endsWith('\r\n') ? '\r\n' : '\n';
  const terminated = lines[to - 1]?.endsWith('\n');
  lines.splice(from - 1, to - from + 1, ...wanted.map((line, i) => line + (i < wanted.length - 1 || terminated ? end : '')));
  return lines.join('');
}

const text = 'FROM debian\nRUN apt-get install curl\nCMD ["sh"]\n';
const places: [string, Edit[]][] = [
  ['inside a line', [edit(text, 'debian', 'debian:13')]],
  ['two edits on two lines', [edit(text, 'debian', 'debian:13'), edit(text, 'install', 'install -y')]],
  ['a line goes', [edit(text, 'RUN apt-get install curl\n', '')]],
  ['the first line goes', [edit(text, 'FROM debian\n', '')]],
  ['the last line goes', [edit(text, 'CMD ["sh"]\n', '')]],
  ['the line break before goes with the line', [edit(text, '\nRUN apt-get install curl', '')]],
  ['a line comes before another', [{ path: 'Dockerfile', range: { start: 12, end: 12 }, text: 'USER app\n' }]],
  ['a line comes after the end of another', [{ path: 'Dockerfile', range: { start: 11, end: 11 }, text: '\nUSER app' }]],
  ['a line comes at the end', [{ path: 'Dockerfile', range: { start: text.length, end: text.length }, text: 'USER app\n' }]],
  ['two lines become one', [edit(text, 'debian\nRUN', 'debian AS')]],
  ['a line becomes three', [edit(text, 'install curl', 'update \\\n && apt-get install \\\n    curl')]],
  ['fences inside', [edit(text, 'CMD ["sh"]', 'RUN echo "```" && echo "````suggestion"')]],
];

for (const [name, edits] of places) {
  test(`accepted: ${name}`, () => assert.equal(accept(text, edits), applyEdits(text, edits)));
  test(`accepted with CRLF: ${name}`, () => {
    const crlf = text.replaceAll('\n', '\r\n');
    const moved = edits.map((one) => ({
      ...one,
      range: {
        start: one.range.start + (text.slice(0, one.range.start).match(/\n/g)?.length ?? 0),
        end: one.range.end + (text.slice(0, one.range.end).match(/\n/g)?.length ?? 0),
      },
      text: one.text.replaceAll('\n', '\r\n'),
    }));
    // An offset right before a line break lies before its carriage return.
    assert.equal(accept(crlf, moved), applyEdits(crlf, moved));
  });
  test(`accepted without a last newline, or not offered: ${name}`, () => {
    const open = text.slice(0, -1);
    const inside = edits.filter(({ range }) => range.end <= open.length);
    const accepted = accept(open, inside);
    if (accepted !== null) assert.equal(accepted, applyEdits(open, inside));
  });
}

test('a last line without newline is replaced as it is', () => {
  const open = text.slice(0, -1);
  assert.equal(accept(open, [edit(open, '"sh"', '"bash"')]), open.replace('sh"]', 'bash"]'));
});

test('what a suggestion cannot say is not offered', () => {
  const open = text.slice(0, -1);
  const no = (source: string, edits: Edit[]) => assert.equal(suggestionFor(finding(edits), source), null);
  no(text, []);
  no(text, [edit(text, 'debian', 'debian')]);
  no(text, [{ ...edit(text, 'debian', 'debian:13'), path: 'other/Dockerfile' }]);
  no(open, [{ path: 'Dockerfile', range: { start: open.length, end: open.length }, text: '\n' }]);
  no(text, [{ path: 'Dockerfile', range: { start: text.length - 1, end: text.length }, text: '' }]);
  no(text, [edit(text, 'curl', 'curl\u202e')]);
  no(text, [edit(text, 'curl', 'curl\r')]);
  no(text, [edit(text, 'curl\n', 'curl \\\r\n  git\n')]);
  no('', [{ path: 'Dockerfile', range: { start: 0, end: 0 }, text: 'FROM debian:13\n' }]);
  no(text, [edit(text, 'curl', `curl${' \\\n  x'.repeat(5000)}`)]);
});

test('a comment shows a fix that is no suggestion as a patch that git would take', () => {
  const long = `${Array.from({ length: 40 }, (_, i) => `RUN step-${i}`).join('\n')}\n`;
  const edits = [
    edit(long, 'step-2\n', 'step-two\n'),
    edit(long, 'RUN step-30\n', ''),
    { path: 'Dockerfile', range: { start: long.length, end: long.length }, text: 'USER app' },
  ];
  const patch = fixPatch({ title: 'x', safety: 'safe', edits }, [{ path: 'Dockerfile', text: long, bom: false }]);
  assert.ok(patch);
  const hunks = parsePatch(patch.slice(patch.indexOf('@@')));
  assert.ok(hunks);
  assert.equal(hunks.length, 3);
  const after = applyEdits(long, edits);
  assert.ok(after !== null);
  assert.equal(textBefore(after, hunks), long);
  const body = comment(finding(edits), { files: [{ path: 'Dockerfile', text: long, bom: false }] });
  assert.match(body, /<details><summary>Fix: Say a tag\.<\/summary>\n\n```diff\n--- a\/Dockerfile/);
});
