// Compares how we read files with how BuildKit and Compose do. npm run oracle -- [FOLDER…] [--cases FILE.jsonl]… [--mutated COUNT [--seed N]] [--checks] (default: the examples of the rules' pages)
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { type Compared, compareAll } from '../test/oracle/compare.ts';
import { knownDifferences } from '../test/oracle/known.ts';
import { oracleProgram } from '../test/oracle/program.ts';
import { caseSubjects, folderSubjects, type Subject, textSubject } from '../test/oracle/subjects.ts';
import { readSeeds } from './fuzz/seeds.ts';
import { mutatedSubjects } from './oracle/mutated.ts';

const USAGE = 'Usage: npm run oracle -- [FOLDER]… [--cases FILE.jsonl]… [--mutated COUNT [--seed N]] [--checks]';
/** The share of files that must be read alike where chance has made them. */
const GOALS = { dockerfile: 0.999, compose: 0.99 } as const;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    cases: { type: 'string', multiple: true, default: [] },
    mutated: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
    checks: { type: 'boolean', default: false },
  },
});
const work = mkdtempSync(join(tmpdir(), 'hullcheck-oracle-'));
try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function main(): Promise<number> {
  // A shell puts the further files of `--cases *.jsonl` among the folders.
  const isCases = (path: string) => path.endsWith('.jsonl');
  const folders = positionals.filter((path) => !isCases(path));
  const given = [
    ...folders.flatMap((folder) => [...folderSubjects(folder)]),
    ...[...values.cases, ...positionals.filter(isCases)].flatMap((file) => [...caseSubjects(file, work)]),
  ];
  const mutated = Number(values.mutated);
  const nothing = positionals.length + values.cases.length + mutated === 0;
  const made = mutatedSubjects(readSeeds(folders[0]), Number(values.seed), mutated, work);
  const subjects = nothing ? examples() : [...given, ...made];
  if (subjects.length === 0) throw new Error(`There is nothing to compare.\n${USAGE}`);
  const program = await oracleProgram((line) => console.error(line));
  const compared: Compared[] = [];
  for await (const one of compareAll(program, subjects)) compared.push(one);
  if (values.checks) return tallyChecks(compared);
  const unlisted = listDifferences(compared);
  const shares = (['dockerfile', 'compose'] as const).map((kind) => tally(kind, compared) >= GOALS[kind]);
  return mutated > 0 ? Number(shares.includes(false)) : Number(unlisted > 0);
}

/** The examples of the rules' pages. */
function examples(): Subject[] {
  const seeds = readSeeds(undefined);
  return (['dockerfile', 'compose'] as const).flatMap((kind) =>
    seeds[kind].map((text, i) => textSubject(kind, `${kind} example ${i}`, text, join(work, `${kind}-${i}`))),
  );
}

/** Prints each difference that has no reason in the list; how many there are. */
function listDifferences(compared: readonly Compared[]): number {
  const reason = knownDifferences();
  let count = 0;
  for (const { subject, failure, differences } of compared) {
    if (failure !== null) console.log(`${subject.name}: the oracle has no verdict (${failure})`);
    for (const difference of differences) {
      const known = reason(difference);
      if (known === undefined) count++;
      const { of, line, ours, theirs } = difference;
      console.log(`${subject.name}:${line} ${of}${known === undefined ? ` [${subject.hash}]` : ` (listed: ${known})`}`);
      console.log(`  ours:   ${ours}\n  theirs: ${theirs}`);
    }
  }
  return count;
}

/** The share that is read alike, or differs with a listed reason. */
function tally(kind: Subject['kind'], compared: readonly Compared[]): number {
  const reason = knownDifferences();
  const all = compared.filter(({ subject, failure }) => subject.kind === kind && failure === null);
  if (all.length === 0) return 1;
  const equal = all.filter(({ differences }) => differences.length === 0).length;
  const explained = all.filter(({ differences }) => differences.every((one) => reason(one) !== undefined)).length - equal;
  const listed = explained > 0 ? `, ${explained} differ with a listed reason` : '';
  console.log(`${kind}: ${equal} of ${all.length} files are equal (${((100 * equal) / all.length).toFixed(2)} %)${listed}`);
  return (equal + explained) / all.length;
}

/** How our rules agree with BuildKit's checks; `--checks` fails only where a file is read differently. */
function tallyChecks(compared: readonly Compared[]): number {
  const counts = new Map<string, { equal: number; missing: number; extra: number }>();
  let same = 0;
  const all = compared.filter(({ checks }) => checks !== null);
  for (const { subject, checks } of all) {
    if (!checks) continue;
    if (checks.missing.length + checks.extra.length === 0) same++;
    for (const outcome of ['equal', 'missing', 'extra'] as const) {
      for (const { check, line } of checks[outcome]) {
        const count = counts.get(check) ?? { equal: 0, missing: 0, extra: 0 };
        count[outcome]++;
        counts.set(check, count);
        if (outcome !== 'equal') console.log(`${subject.name}:${line} ${check} is ${outcome}`);
      }
    }
  }
  for (const [check, { equal, missing, extra }] of [...counts].sort(([a], [b]) => a.localeCompare(b)))
    console.log(
      `${check.padEnd(34)}${`${equal}`.padStart(7)} equal${`${missing}`.padStart(6)} missing${`${extra}`.padStart(6)} extra`,
    );
  console.log(`${same} of ${all.length} Dockerfiles have the same checks (${((100 * same) / all.length).toFixed(2)} %)`);
  return 0;
}
