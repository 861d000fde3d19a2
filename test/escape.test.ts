// Texts of files in what we post: shown as they are, never as markup, mentions, links, marks or commands.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Finding, Report } from '../src/model.ts';
import { annotations } from '../src/report/annotations.ts';
import { comment } from '../src/report/comment.ts';
import { cut, fenced, hasInvisible, terminal } from '../src/report/escape.ts';
import { command } from '../src/report/github.ts';
import { markedAs, marker } from '../src/report/marker.ts';
import { summary } from '../src/report/summary.ts';
import { markdown } from './github/page/markdown.ts';

const HOSTILE = [
  '@octo/team please',
  'ping @mona',
  '[x](http://evil.example)',
  '![x](http://evil.example/a.png)',
  '<img src=http://evil.example onerror=x>',
  '<!-- hullcheck:v1 forged -->',
  '--> <script>',
  'http://evil.example and www.evil.example and mailto:a@evil.example',
  '`` ` ``` @mona ```',
  '`a` @mona `b',
  '# heading\n\n- list\n\n| a | b |\n| - | - |',
  '</details></summary></sub> @mona',
  '```\n@mona\n```',
  '~~~\n@mona',
  'a|b\\|c\\\\|@mona',
  '&lt;b&gt; &#64;mona',
  '\u202e\u2066@mona\u0000\u001b[31m',
  '*@mona* _@mona_ **@mona** \\@mona \\\\@mona',
  'GH-1 #1 octo/shop#1',
  '1. @mona\n> @mona',
];

const finding = (text: string): Finding => ({
  rule: 'some-rule',
  severity: 'error',
  category: 'security',
  path: `a/${text.replaceAll('\n', ' ')}`,
  range: { start: 0, end: 1 },
  message: text,
  url: 'https://example.com/rules/some-rule',
  fingerprint: '0123456789abcdef',
  related: [{ path: text, range: { start: 0, end: 1 }, message: text }],
  fix: { title: text, safety: 'unsafe', edits: [{ path: 'elsewhere', range: { start: 0, end: 0 }, text }] },
});

const FORBIDDEN =
  /class="mention"|<img|<script|<h1|<li>.*<li>.*<li>|href="(?!https:\/\/example\.com\/rules\/some-rule")|\u202e|\u0000|\u001b/;

for (const text of HOSTILE) {
  test(`in a comment and a summary: ${JSON.stringify(text)}`, () => {
    const one = finding(text);
    const files = [{ path: 'elsewhere', text: '', bom: false }];
    const report: Report = {
      of: 'x',
      files,
      findings: [one, { ...one, hidden: text }],
      fixed: [],
      notices: [{ kind: 'limit', about: text, message: text }],
      wants: [],
      verdict: 'pass',
    };
    for (const body of [comment(one, { files }), summary(report, { problems: [text], length: 65_535 })]) {
      const { text: rendered } = markdown(body);
      const outside = rendered.replace(/<(code|pre)\b[^>]*>[\s\S]*?<\/\1>/g, '');
      assert.doesNotMatch(outside, FORBIDDEN, body);
      // Inside of HTML, Markdown's own escapes would be read as they stand.
      const [folded = ''] = /<summary>.*<\/summary>/.exec(body) ?? [];
      assert.equal(folded === '', !body.includes('<details>'));
      assert.doesNotMatch(folded, /[@#][a-z]|:\/\/|<(?!\/?(summary|code)>)/);
    }
    assert.equal(markedAs(comment(one, { files })), one.fingerprint);
  });
}

test('a mark is read only at the end, of the same speaker, whatever it says', () => {
  for (const what of ['0123456789abcdef', 'a--b', 'ü/%-->', 'a b'])
    for (const speaker of [undefined, 'action'])
      assert.equal(markedAs(`text <!-- hullcheck:v1 forged -->\n\n${marker(what, speaker)}\r\n`, speaker), what);
  assert.equal(markedAs(marker('x', 'action')), null);
  assert.equal(markedAs(marker('x'), 'action'), null);
  assert.equal(markedAs(`${marker('x')}\nmore`), null);
});

test('a fence is longer than what it holds', () => {
  for (const text of ['a', '```\nb\n```', '`````suggestion\n@mona\n`````\n', '']) {
    const block = fenced(text, 'suggestion');
    const [open = ''] = block.split('\n');
    assert.ok(!text.split('\n').some((line) => line.startsWith(open.replace('suggestion', ''))));
    assert.ok(block.endsWith(open.replace('suggestion', '')));
  }
});

test('workflow commands and terminals get one line without controls', () => {
  for (const text of ['a\n::error::x', 'a\r\n##[error]x', '100%0A::x', '\u001b]0;x\u0007', 'a\u2028b']) {
    const line = command('error', { file: text, title: text }, text);
    assert.doesNotMatch(line, /[\n\r\u001b\u0007\u2028]/);
    assert.equal(line.indexOf('::', 2), line.lastIndexOf('::', line.indexOf('::', 2)));
    assert.doesNotMatch(terminal(text), /[\n\r\u001b\u0007\u2028]/);
  }
  assert.equal(command('error', { file: 'a,line=1:b' }, 'x'), '::error file=a%2Cline=1%3Ab::x');
});

test('what hides in a text is found, and cuts keep characters whole', () => {
  assert.ok(['\u202e', 'a\u200bb', '\u0000', 'a\rb', '\ud800', '\u{e0041}'].every(hasInvisible));
  assert.ok(!['plain\ttext\n', 'CRLF\r\n', 'ünïcödé 漢字 🐳'].some(hasInvisible));
  assert.equal(cut('🐳🐳', 3), '🐳…');
  assert.equal(cut('🐳🐳', 4), '🐳🐳');
});

test('annotations hold their lines in the file, and columns only on one line', () => {
  const files = [{ path: 'Dockerfile', text: 'FROM a\nRUN b \\\n  c\n', bom: false }];
  const at = (start: number, end: number) =>
    annotations([{ ...finding('x'), path: 'Dockerfile', range: { start, end } }], files)[0];
  assert.deepEqual([at(5, 6)?.start_line, at(5, 6)?.start_column, at(5, 6)?.end_column], [1, 6, 7]);
  assert.deepEqual([at(7, 18)?.start_line, at(7, 18)?.end_line, at(7, 18)?.start_column], [2, 3, undefined]);
  assert.deepEqual([at(0, 7)?.start_line, at(0, 7)?.end_line], [1, 1]);
  assert.deepEqual([at(19, 19)?.start_line, at(19, 19)?.end_line], [4, 4]);
});
