// SARIF 2.1.0 as code scanning reads it.
import assert from 'node:assert/strict';
import process from 'node:process';
import { test } from 'node:test';
import { folder, hullcheck, report } from './cli/run.ts';

interface Region {
  startLine: number;
  startColumn: number;
  endLine: number;
  endColumn: number;
}

interface Location {
  artifactLocation: { uri: string; uriBaseId: string };
  region: Region;
}

interface Result {
  ruleId: string;
  ruleIndex: number;
  level: string;
  message: { text: string };
  locations: { physicalLocation: Location }[];
  partialFingerprints: Record<string, string>;
  fixes?: {
    artifactChanges: {
      artifactLocation: { uri: string };
      replacements: { deletedRegion: Region; insertedContent: { text: string } }[];
    }[];
  }[];
  suppressions: { kind: string; justification: string }[];
}

interface Run {
  tool: {
    driver: {
      name: string;
      version: string;
      rules: { id: string; helpUri: string; properties: { tags: string[]; 'security-severity'?: string } }[];
    };
  };
  columnKind: string;
  invocations: { executionSuccessful: boolean; toolExecutionNotifications: { level: string; message: { text: string } }[] }[];
  results: Result[];
}

const BAD =
  'FROM alpine:3.22\nMAINTAINER me\nRUN sudo a\n# hullcheck ignore=no-sudo -- the image needs it\nRUN sudo b\nUSER nobody\n';

async function sarif(cwd: string): Promise<Run> {
  const { stdout } = await hullcheck(['check', '--format', 'sarif'], { cwd });
  const log = JSON.parse(stdout) as { version: string; $schema: string; runs: [Run] };
  assert.equal(log.version, '2.1.0');
  assert.match(log.$schema, /sarif-schema-2\.1\.0\.json$/);
  return log.runs[0];
}

const region = ({ start, end }: { start: { line: number; column: number }; end: { line: number; column: number } }): Region => ({
  startLine: start.line,
  startColumn: start.column,
  endLine: end.line,
  endColumn: end.column,
});

test('says what the JSON report says: places, fixes, fingerprints, what is ignored', async (t) => {
  const cwd = folder(t, { Dockerfile: BAD });
  const [run, json] = [await sarif(cwd), await report(['check'], { cwd })];
  assert.equal(run.columnKind, 'utf16CodeUnits');
  assert.deepEqual(
    run.results.map(({ ruleId, locations, partialFingerprints, fixes = [] }) => [
      ruleId,
      locations[0]?.physicalLocation.region,
      Object.values(partialFingerprints),
      fixes.flatMap(({ artifactChanges }) =>
        artifactChanges.flatMap(({ replacements }) =>
          replacements.map(({ deletedRegion, insertedContent }) => [deletedRegion, insertedContent.text]),
        ),
      ),
    ]),
    json.findings.map((finding) => [
      finding.rule,
      region(finding),
      [finding.fingerprint],
      (finding.fix?.edits ?? []).map((edit) => [region(edit), edit.text]),
    ]),
  );
  const ignored = run.results.filter(({ suppressions }) => suppressions.length > 0);
  assert.deepEqual(
    ignored.map(({ ruleId, suppressions }) => [ruleId, suppressions]),
    [['no-sudo', [{ kind: 'inSource', justification: 'the image needs it' }]]],
  );
});

test('describes every rule that it names', async (t) => {
  const { tool, results } = await sarif(folder(t, { Dockerfile: BAD }));
  for (const { ruleId, ruleIndex, level } of results) {
    assert.equal(tool.driver.rules[ruleIndex]?.id, ruleId);
    assert.ok(['error', 'warning', 'note'].includes(level));
  }
  const sudo = tool.driver.rules.find(({ id }) => id === 'no-sudo');
  assert.match(sudo?.helpUri ?? '', /\/rules\/dockerfile\/no-sudo\.md$/);
  assert.deepEqual(sudo?.properties, { tags: ['security'], 'security-severity': '5.0' });
});

test('a path is a URI reference, whatever its characters', { skip: process.platform === 'win32' }, async (t) => {
  const name = 'a:b/#1 ?%20é\n/Dockerfile';
  const run = await sarif(folder(t, { [name]: BAD }));
  const uris = new Set(
    run.results.flatMap(({ locations }) => locations.map(({ physicalLocation }) => physicalLocation.artifactLocation.uri)),
  );
  assert.equal(uris.size, 1);
  for (const uri of uris) {
    const { pathname, hash, search } = new URL(uri, 'file:///root/');
    assert.deepEqual([decodeURIComponent(pathname), hash, search], [`/root/${name}`, '', '']);
  }
});

test('what was not done is told, and a failure is no success', async (t) => {
  const limit = await sarif(folder(t, { 'a.dockerfile': 'FROM \0' }));
  assert.deepEqual(
    limit.invocations.map(({ executionSuccessful, toolExecutionNotifications: [first] }) => [executionSuccessful, first?.level]),
    [[true, 'note']],
  );
  const cwd = folder(t, { Dockerfile: BAD, '.github/hullcheck.yml': 'nonsense: 1\n' });
  const failed = await sarif(cwd);
  assert.deepEqual(
    failed.invocations.map(({ executionSuccessful, toolExecutionNotifications: [first] }) => [executionSuccessful, first?.level]),
    [[false, 'error']],
  );
});
