// What check, review and fix share: rules, settings, a review in this process, and a report in the wanted format.
import fs from 'node:fs';
import path from 'node:path';
import type { Change } from '../../change/change.ts';
import { reason } from '../../change/read.ts';
import { hereRunner } from '../../job/here.ts';
import type { Notice, Report, SourceFile, Verdict } from '../../model.ts';
import { github } from '../../report/github.ts';
import { json } from '../../report/json.ts';
import { markdown } from '../../report/markdown.ts';
import { describe } from '../../report/rules.ts';
import { sarif } from '../../report/sarif.ts';
import { text } from '../../report/text.ts';
import { reviewInRounds } from '../../rounds.ts';
import { has, type Invocation, optionOf } from './command.ts';
import type { Format } from './options.ts';
import { Refusal } from './refusal.ts';
import { scannerFor } from './scanner.ts';
import { allRules, supply } from './supply.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';

export interface Reviewed {
  report: Report;
  /** Every text that the review had. */
  sources: SourceFile[];
}

export const today = (): string => new Date().toISOString().slice(0, 10);

/** From so many files on V8 would compile much for a second time, which takes longer than such a run gets back. */
const MANY = 200;

export async function reviewed(change: Change, invocation: Invocation, terminal: Terminal): Promise<Reviewed> {
  if (change.snapshot.head.length > MANY) (await import('node:v8')).default.setFlagsFromString('--no-opt');
  const sources = [...change.snapshot.head];
  const progress = terminal.progress(invocation);
  const watched: Change = {
    snapshot: change.snapshot,
    async bring(paths) {
      const brought = await change.bring(paths);
      sources.push(...brought.files);
      return brought;
    },
  };
  const report = await reviewInRounds(
    watched,
    hereRunner(supply, (file) => progress.step(`Reviewing ${file}`)),
    await scannerFor(change.snapshot),
  );
  progress.end();
  return { report, sources };
}

/** A change that also says what was wrong with the settings. */
export const withNotices = (change: Change, notices: readonly Notice[]): Change => ({
  ...change,
  snapshot: { ...change.snapshot, notices: [...notices, ...change.snapshot.notices] },
});

/** Prints or writes the report as `--format`, `--output` and the terminal want it. */
export async function deliver({ report, sources }: Reviewed, invocation: Invocation, terminal: Terminal): Promise<void> {
  await put(await rendered(report, sources, invocation, terminal), invocation, terminal);
}

/** To `--output`, or to standard output. */
export async function put(text: string | Iterable<string>, invocation: Invocation, terminal: Terminal): Promise<void> {
  const pieces = typeof text === 'string' ? [text] : text;
  const file = optionOf(invocation, 'output');
  if (file === undefined) {
    for (const piece of pieces) await terminal.print(piece);
    return;
  }
  let handle: number | undefined;
  try {
    handle = fs.openSync(path.resolve(terminal.cwd, file), 'w');
    for (const piece of pieces) fs.writeFileSync(handle, piece);
  } catch (error) {
    throw new Refusal(`${file} cannot be written: ${reason(error)}.`);
  } finally {
    if (handle !== undefined) fs.closeSync(handle);
  }
}

async function rendered(
  report: Report,
  sources: readonly SourceFile[],
  invocation: Invocation,
  terminal: Terminal,
): Promise<string | Iterable<string>> {
  const format = (optionOf(invocation, 'format') ?? 'text') as Format;
  switch (format) {
    case 'json':
      return json(report, sources);
    case 'sarif':
      return sarif(report, { version, rules: (await allRules()).map(describe), sources });
    case 'github':
      return github(report);
    case 'markdown':
      return markdown(report);
    case 'text': {
      const colours = terminal.colours(invocation, optionOf(invocation, 'output') !== undefined);
      return text(report, {
        colours,
        width: terminal.width(),
        quiet: has(invocation, 'quiet'),
      });
    }
  }
}

const CODES: Readonly<Record<Verdict, number>> = { pass: 0, fail: 1, incomplete: 2 };

export const exitCode = ({ report }: Reviewed): number => CODES[report.verdict];
