// Every rule's page is its test: what the examples say must be what the rule does, in every way of writing them.
// UPDATE=1 rewrites the `findings` and `fixed` blocks; review the difference before committing it.
import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import { after, describe, test } from 'node:test';
import rules from '../rules/index.ts';
import { pageOf } from '../src/check.ts';
import type { Report, SourceFile } from '../src/model.ts';
import { presetsOf } from '../src/presets.ts';
import type { Rule } from '../src/rule.ts';
import { type Example, readPage } from './rules/page.ts';
import { fixAll, lines, pageFile, pageText, reviewFiles, rulesFolder, toSources } from './rules/run.ts';
import { variants } from './rules/variants.ts';

const update = process.env.UPDATE === '1';
const kind = (path: string) => (/\.ya?ml$/.test(path) ? 'compose' : path.endsWith('.json') ? 'other' : 'dockerfile');
const byDefault = rules.filter((rule) => presetsOf(rule).includes('recommended'));
const defaultFile = (rule: Rule) => (rule.on === 'dockerfile' ? 'Dockerfile' : 'compose.yaml');

test('the listing of rules/ is what its lists hold, sorted', () => {
  const files = ['compose', 'dockerfile', 'project'].flatMap((on) =>
    readdirSync(new URL(on, rulesFolder)).map((name) => `${on}/${name}`),
  );
  const listed = rules.map((rule) => `${rule.on}/${rule.id}`);
  assert.deepEqual(listed, [...listed].sort());
  assert.deepEqual(files.sort(), listed.flatMap((name) => [`${name}.md`, `${name}.ts`]).sort());
  assert.equal(new Set(rules.map((rule) => rule.id)).size, rules.length);
});

/** One round of all that a rule may find and fix. */
function judged(rule: Rule, example: Example, sources: readonly SourceFile[]) {
  const report = reviewFiles(sources, [rule], example.options);
  assert.deepEqual(report.notices, []);
  return report;
}

const said = (report: Report) =>
  report.findings.filter((finding) => !finding.hidden).map((finding) => `${finding.severity}: ${finding.message}`);

/** Files whose other problems an example may not have: only the rule under test speaks. */
function othersSpeak(rule: Rule, sources: readonly SourceFile[]): string {
  return lines(
    reviewFiles(
      sources,
      byDefault.filter((other) => other.id !== rule.id),
      {},
      'recommended',
    ),
    sources,
  );
}

for (const rule of rules) {
  describe(`${rule.on}/${rule.id}`, () => {
    const text = pageText(rule);
    const page = readPage(text, defaultFile(rule));
    const edits: { start: number; end: number; text: string }[] = [];

    test('its page says why, and has bad and good examples', () => {
      assert.equal(page.title, rule.title);
      assert.ok(page.prose.split(/[.?]\s/).length >= 2, 'two to six sentences of why');
      assert.ok(
        page.examples.some((example) => example.kind === 'bad') && page.examples.some((example) => example.kind === 'good'),
      );
      assert.match(rule.id, /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
      assert.equal(pageOf(rule).split('/').slice(-2).join('/'), `${rule.on}/${rule.id}.md`);
    });

    for (const example of page.examples) {
      test(`${example.kind} example in line ${example.line}`, () => {
        const sources = toSources(example.files);
        const report = judged(rule, example, sources);
        assert.equal(othersSpeak(rule, sources), '', 'only this rule speaks in its examples');
        if (example.kind === 'good') return assert.equal(lines(report, sources), '');
        const actual = lines(report, sources);
        assert.notEqual(actual, '');
        if (update && example.findings) edits.push({ ...example.findings, text: actual });
        else assert.equal(actual, example.findings?.text);

        const fixable = report.findings.filter((finding) => finding.fix);
        assert.equal(
          example.fixed.length > 0,
          fixable.length > 0,
          'a `fixed` block where there is a fix, none where there is none',
        );
        if (fixable.length > 0) assert.ok(rule.fixes, 'a rule with a fix declares it');
        const fixed = fixAll(sources, report.findings);
        for (const block of example.fixed) {
          const result = fixed.find((file) => file.path === block.file)?.text ?? '';
          if (update) edits.push({ ...block, text: result });
          else assert.equal(result, block.text);
        }
        lawful(rule, example, sources, report);
      });

      for (const variant of variants) {
        if (page.notIn.has(variant.name) || ![...example.files.keys()].some((path) => kind(path) === variant.on)) continue;
        const changed = new Map(
          [...example.files].map(([path, body]) => [path, kind(path) === variant.on ? variant.write(body) : body]),
        );
        if ([...changed.values()].includes(null)) continue;
        test(`${example.kind} example in line ${example.line} in ${variant.name}`, () => {
          const plain = judged(rule, example, toSources(example.files));
          const sources = toSources(changed as Map<string, string>);
          const report = judged(rule, example, sources);
          assert.deepEqual(said(report).sort(), said(plain).sort());
          lawful(rule, example, sources, report);
          if (!variant.unwrite) return;
          const back = fixAll(sources, report.findings).map((file) =>
            kind(file.path) === variant.on ? (variant.unwrite?.(file.text) ?? '') : file.text,
          );
          const straight = fixAll(toSources(example.files), plain.findings).map((file) =>
            variant.name === 'lower-case' && kind(file.path) === variant.on ? file.text.toLowerCase() : file.text,
          );
          assert.deepEqual(back, straight);
        });
      }
    }

    after(() => {
      if (!update) return;
      let result = text;
      for (const edit of edits.sort((a, b) => b.start - a.start))
        result = result.slice(0, edit.start) + edit.text + result.slice(edit.end);
      writeFileSync(pageFile(rule), result);
    });

    test('it declares the fixes that it has', () => {
      const has = page.examples.some((example) =>
        judged(rule, example, toSources(example.files)).findings.some((finding) => finding.fix),
      );
      assert.equal(has, rule.fixes !== undefined);
    });
  });
}

/** What is fixed is gone, nothing new is said, and a second pass changes nothing. */
function lawful(rule: Rule, example: Example, sources: readonly SourceFile[], report: Report): void {
  let current: readonly SourceFile[] = sources;
  let now = report;
  for (let pass = 0; pass < 10; pass++) {
    const next = fixAll(current, now.findings);
    if (next.every((file, i) => file.text === current[i]?.text)) break;
    current = next;
    now = judged(rule, example, current);
  }
  assert.deepEqual(
    now.findings.filter((finding) => finding.fix && !finding.hidden).map((finding) => finding.message),
    [],
    'nothing is left to fix',
  );
  const unfixable = report.findings.filter((finding) => !finding.fix).length;
  assert.ok(now.findings.length <= unfixable, 'a fixed finding is gone');
  if (current !== sources) {
    const before = othersSpeak(rule, sources).split('\n').length;
    assert.ok(othersSpeak(rule, current).split('\n').length <= before, 'a fix adds no finding of another rule');
  }
}
