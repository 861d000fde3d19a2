// What the rules that are on by default say on real files, so that what is on by default can be decided by reading:
// hits of each rule, and with --sample N so many of them to read, the same ones for the same seed.
// npm run defaults -- FOLDER [--each] [--on dockerfile|compose] [--rule ID]… [--sample N] [--seed TEXT] [--today YYYY-MM-DD]
// With --each every folder in FOLDER is a repository of its own.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import rules from '../rules/index.ts';
import { diskChange } from '../src/change/disk.ts';
import { defaultSettings } from '../src/config/defaults.ts';
import type { Kind } from '../src/model.ts';
import { parsers } from '../src/parse/parsers.ts';
import { presetsOf } from '../src/presets.ts';
import { review } from '../src/review.ts';
import { reviewInRounds } from '../src/rounds.ts';
import { type Hit, hitsOf, sampled } from './hits.ts';

const USAGE =
  'Usage: npm run defaults -- FOLDER [--each] [--on dockerfile|compose] [--rule ID]… [--sample N] [--seed TEXT] [--today YYYY-MM-DD]';

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      each: { type: 'boolean', default: false },
      on: { type: 'string', default: 'dockerfile' },
      rule: { type: 'string', multiple: true, default: [] },
      sample: { type: 'string', default: '0' },
      seed: { type: 'string', default: '1' },
      today: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    },
  });
  const [folder] = positionals;
  const { on } = values;
  const wanted = Number(values.sample);
  if (folder === undefined || positionals.length > 1 || (on !== 'dockerfile' && on !== 'compose') || !Number.isInteger(wanted))
    throw new Error(USAGE);
  const read: { files: number; hits: Hit[] }[] = [];
  for (const name of values.each ? foldersIn(folder) : [''])
    read.push(await hitsIn(path.resolve(folder, name), name, on, values.today));
  const files = read.reduce((sum, one) => sum + one.files, 0);
  const hits = read.flatMap((one) => one.hits);
  const byRule = Map.groupBy(hits, ({ rule }) => rule);
  const ids = rules.filter((rule) => presetsOf(rule).includes('recommended')).map(({ id }) => id);
  const ranked = ids
    .filter((id) => byRule.has(id) || rules.some((rule) => rule.id === id && rule.on === on))
    .map((id) => ({ id, said: byRule.get(id) ?? [] }))
    .sort((a, b) => b.said.length - a.said.length || (a.id < b.id ? -1 : 1));
  if (values.rule.length === 0) printCounts(files, hits, ranked);
  if (wanted > 0)
    for (const { id, said } of ranked)
      if (values.rule.length === 0 || values.rule.includes(id)) printSample(id, said, sampled(said, wanted, values.seed));
}

function foldersIn(folder: string): string[] {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return folders.map(({ name }) => name).sort();
}

/** What is said of one repository; the paths begin with `name`. */
async function hitsIn(cwd: string, name: string, on: Kind, today: string): Promise<{ files: number; hits: Hit[] }> {
  const change = diskChange({ cwd, paths: ['.'], settings: defaultSettings, today });
  const report = await reviewInRounds(change, { kind: 'here', run: async (snapshot) => review(snapshot, { rules, parsers }) });
  for (const { kind, about, message } of report.notices) if (kind === 'failure') console.error(`${name} ${about}: ${message}`);
  const { files, hits } = hitsOf(report, on);
  return { files, hits: hits.map((hit) => ({ ...hit, path: path.posix.join(name, hit.path) })) };
}

function printCounts(files: number, hits: readonly Hit[], ranked: readonly { id: string; said: readonly Hit[] }[]): void {
  const clean = files - new Set(hits.map((hit) => hit.path)).size;
  console.log(`${files} files, ${hits.length} findings: ${(hits.length / files).toFixed(2)} a file on average;`);
  console.log(`${clean} files (${((100 * clean) / files).toFixed(1)} %) have none.\n`);
  console.log('  hits  files  rule');
  for (const { id, said } of ranked) {
    const inFiles = new Set(said.map((hit) => hit.path)).size;
    console.log(`${String(said.length).padStart(6)} ${String(inFiles).padStart(6)}  ${id}`);
  }
}

function printSample(id: string, said: readonly Hit[], chosen: readonly Hit[]): void {
  console.log(`\n${id}: ${chosen.length} of ${said.length}`);
  for (const { path: file, line, source, message } of chosen) console.log(`${file}:${line}\n    ${source}\n    ${message}`);
}
