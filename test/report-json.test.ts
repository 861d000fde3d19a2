// The JSON report has the published form, for a file as for a change.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { folder, hullcheck, report, write } from './cli/run.ts';

const schema = JSON.parse(
  fs.readFileSync(fileURLToPath(new URL('../schema/report.schema.json', import.meta.url)), 'utf8'),
) as object;
const ajv = new Ajv2020({ allErrors: true, formats: { uri: (text: string) => URL.canParse(text) } });
const fits = ajv.compile(schema);
const BAD = 'FROM alpine:3.22\nMAINTAINER me\nRUN sudo a\nRUNN\nUSER nobody\n';

test('a check and a review fit the schema', async (t) => {
  const cwd = folder(t, { Dockerfile: BAD, 'b.dockerfile': 'FROM \0', 'compose.yaml': 'services: { web: { image: nginx } }\n' });
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@localhost', ...args], { cwd, stdio: 'pipe' });
  git('init', '-q');
  git('add', '-A');
  git('commit', '-q', '-m', 'x');
  const check = (await hullcheck(['check', '--format', 'json'], { cwd })).stdout;
  assert.equal(fits(JSON.parse(check)), true, JSON.stringify(fits.errors));
  assert.ok(['"fix":{', '"notices":[{'].every((part) => check.includes(part)));
  write(cwd, {
    Dockerfile: `${BAD.replace('MAINTAINER me\n', '')}RUN sudo b\n`,
    'compose.yaml': 'services: { web: { image: nginx, ports: ["80:80"] } }\n',
  });
  const review = (await hullcheck(['review', '--base', 'HEAD', '--format', 'json'], { cwd })).stdout;
  assert.equal(fits(JSON.parse(review)), true, JSON.stringify(fits.errors));
  assert.ok(
    ['"fixed":[{', '"hidden":"known', '"projects":[{"path":"compose.yaml","remarks":[{"topic":"networks"'].every((part) =>
      review.includes(part),
    ),
  );
});

test('columns count UTF-16 code units from the first character after a byte order mark', async (t) => {
  const cwd = folder(t, { Dockerfile: '\uFEFFFROM alpine:3.22\nRUN echo "😀é" && sudo b\nUSER nobody\n' });
  const { findings } = await report(['check', '--rule', 'no-sudo'], { cwd });
  assert.deepEqual(
    [findings[0]?.start, findings[0]?.end],
    [
      { line: 2, column: 19 },
      { line: 2, column: 23 },
    ],
  );
});
