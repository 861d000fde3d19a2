// Holds each fix of Compose files to what it says: a safe one leaves the model that Compose loads as it is, any other changes what it is written in.
// npm run oracle:fixes -- [FOLDER…] (default: the examples of the rules' pages)
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { isNotice } from '../src/change/decode.ts';
import type { ComposeView } from '../test/oracle/answer.ts';
import { ask } from '../test/oracle/ask.ts';
import { compareModels } from '../test/oracle/compose.ts';
import { type Fixed, fixesOf, unsaid } from '../test/oracle/fixes.ts';
import { oracleProgram } from '../test/oracle/program.ts';
import { folderSubjects, type Subject, textSubject } from '../test/oracle/subjects.ts';
import { readSeeds } from './fuzz/seeds.ts';

const work = mkdtempSync(join(tmpdir(), 'hullcheck-fixes-'));
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
} finally {
  rmSync(work, { recursive: true, force: true });
}

async function main(folders: readonly string[]): Promise<number> {
  const texts =
    folders.length > 0
      ? folders.flatMap(composeTexts)
      : readSeeds(undefined).compose.map((text, i) => ({ name: `example ${i}`, text }));
  const today = new Date().toISOString().slice(0, 10);
  const cases: { subject: Subject; fixed: Fixed | null }[] = [];
  for (const [i, { name, text }] of texts.entries()) {
    const subject = textSubject('compose', name, text, join(work, `${i}`));
    if (isNotice(subject.source)) continue;
    const fixes = fixesOf({ ...subject.source, path: 'compose.yaml' }, today);
    cases.push({ subject, fixed: null });
    for (const [j, fixed] of fixes.entries())
      cases.push({ subject: textSubject('compose', name, fixed.text, join(work, `${i}-${j}`)), fixed });
  }
  const program = await oracleProgram((line) => console.error(line));
  return await judge(program, cases);
}

function composeTexts(folder: string): { name: string; text: string }[] {
  return [...folderSubjects(folder)].flatMap(({ kind, name, source }) =>
    kind === 'compose' && !isNotice(source) ? [{ name, text: source.text }] : [],
  );
}

/** Prints what fixes did and did not say; 1 when there is any. */
async function judge(program: string, cases: readonly { subject: Subject; fixed: Fixed | null }[]): Promise<number> {
  let before: ComposeView | undefined;
  let root = '';
  let held = 0;
  let broken = 0;
  let at = 0;
  for await (const { compose } of ask(
    program,
    cases.map(({ subject }) => subject),
  )) {
    const { subject, fixed } = cases[at++] ?? {};
    if (!subject) break;
    if (!fixed) {
      before = compose;
      root = subject.root;
      continue;
    }
    // What Compose refuses as it stands has no model to be kept.
    if (!before?.model || !compose) continue;
    const differences = compose.model
      ? unsaid(fixed, compareModels(inFolder(before.model, root), inFolder(compose.model, subject.root)))
      : [{ of: 'model', line: 0, ours: 'loaded', theirs: compose.error ?? '' }];
    if (differences.length === 0) held++;
    else {
      broken++;
      const { rule, fix, message } = fixed.finding;
      console.log(`${subject.name} ${rule} (${fix?.safety}): ${message}`);
      for (const { of, ours, theirs } of differences) console.log(`  ${of}: ${ours} → ${theirs}`);
    }
  }
  console.log(`${held} of ${held + broken} fixes change only what they say.`);
  return Number(broken > 0);
}

/** A model without the folder that it was loaded from. */
function inFolder(model: unknown, folder: string): unknown {
  return JSON.parse(JSON.stringify(model).replaceAll(JSON.stringify(folder).slice(1, -1), ''));
}
