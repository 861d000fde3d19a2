// YAML as Compose reads it, where that is not what YAML 1.2 says: each expectation is what Compose itself answers.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Node } from '../src/parse/compose/node.ts';
import { readYaml } from '../src/parse/compose/read.ts';

/** The value of `it`, or the codes of what is wrong. */
function it(text: string): unknown {
  const { documents, problems } = readYaml(`web:\n  image: x\n  it: ${text}\n`);
  if (problems.length > 0) return problems.map(({ code }) => code);
  const [root] = documents;
  const web = root?.kind === 'map' ? root.get('web') : undefined;
  const node = web?.kind === 'map' ? web.get('it') : undefined;
  return node && plain(node);
}

function plain(node: Node): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plain);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key.string, plain(value)]));
}

test('quotes and brackets may go on at any indentation', () => {
  assert.equal(it('"one\ntwo\n\n three\\\n   four"'), 'one two\nthreefour');
  assert.equal(it("'it''s\nhere'"), "it's here");
  assert.equal(it('"it\\\'s"'), "it's");
  assert.deepEqual(it('[one, # the first\ntwo\n three]'), ['one', 'two three']);
  assert.deepEqual(it('{\na: "b",\nc: [d\n]\n}'), { a: 'b', c: ['d'] });
  assert.deepEqual(it('"one\n--- two"'), ['yaml-missing-char'], 'but for the start of a document');
  assert.deepEqual(it('x\n  "a\n  b": c'), ['yaml-multiline-implicit-key'], 'and for keys');
});

test('between brackets a colon ends a key only in front of a space', () => {
  assert.deepEqual(it('{a:, b: c}'), { 'a:': null, b: 'c' });
  assert.deepEqual(it('[a:]'), ['a:']);
  assert.deepEqual(it('{"a":b, "c:": "[d:]"}'), { a: 'b', 'c:': '[d:]' });
  assert.deepEqual(it('{a:{}}'), ['yaml-missing-char']);
});

test('tabs are no indentation, on empty lines either', () => {
  assert.deepEqual(it('a # b\n  \t'), ['yaml-tab-as-indent']);
  assert.deepEqual(it('\n    -\ta'), ['yaml-tab-as-indent']);
  assert.equal(it('a\n    \t'), 'a', 'what goes on may be indented with them');
  assert.equal(it('|\n    \ta'), '\ta\n');
  assert.deepEqual(it('[a,\n\tb]'), ['a', 'b']);
  assert.equal(it('"a"\n# b\n\t\n \t\n# c'), 'a', 'an empty line between comments may have them');
  assert.deepEqual(it('"a"\n# b\n\t\n  c: d'), ['yaml-tab-as-indent']);
});

test('a comment may follow a quote or bracket without a space', () => {
  assert.equal(it('"a"#b'), 'a');
  assert.deepEqual(it('[a]#b'), ['a']);
  assert.deepEqual(it('["a"#b\n]'), ['a']);
  assert.equal(it('a#b'), 'a#b');
});

test('a break without a line feed folds, but separators of lines and paragraphs stay', () => {
  assert.equal(it('"a\rb"'), 'a b');
  assert.equal(it("'a\u0085b'"), 'a b');
  assert.equal(it('"a\u2028b"'), 'a\u2028b');
});

test('no directive but %TAG and the one of YAML 1.1 is taken', () => {
  const codes = (directive: string) => readYaml(`${directive}\n---\na: b\n`).problems.map(({ code }) => code);
  assert.deepEqual(codes('%YAML 1.1'), []);
  assert.deepEqual(codes('%TAG ! x'), []);
  assert.deepEqual(codes('%YAML 1.2'), ['yaml-directive']);
  assert.deepEqual(codes('%FOO'), ['yaml-directive']);
});

test('a carriage return alone ends a line', () => {
  const { documents, problems } = readYaml('a:\r\r  b: c\r  d: e\r');
  assert.deepEqual(problems, []);
  assert.deepEqual(documents.map(plain), [{ a: { b: 'c', d: 'e' } }]);
});

test('tags say what a value is', () => {
  assert.equal(it('!!int "3"'), 3);
  assert.equal(it('!!str 2001-12-14'), '2001-12-14');
  assert.equal(it('!!binary aGk='), 'hi');
  assert.equal(it('! 12'), 12);
  assert.equal(it('!mine 12'), '12');
  assert.equal(it('!mine'), '');
  assert.deepEqual(it('!!bool yes'), ['wrong-tag']);
});

test('what only YAML 1.2 knows is refused', () => {
  assert.deepEqual(it('"a\\/b"'), ['yaml-bad-dq-escape']);
  assert.deepEqual(it('&a:b c'), ['anchor-name']);
  assert.equal(it('1e400'), '1e400');
  assert.ok(Object.is(it('-0'), -0));
});
