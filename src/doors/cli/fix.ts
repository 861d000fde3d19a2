// `hullcheck fix`: corrects files of the disk, shows what it would change, or corrects standard input.
import type { Change } from '../../change/change.ts';
import { diskChange } from '../../change/disk.ts';
import { replaceFile } from '../../change/write.ts';
import type { Notice, Report, Settings } from '../../model.ts';
import { corrections } from '../../report/corrections.ts';
import { visible } from '../../report/escape.ts';
import { summaryLine } from '../../report/tally.ts';
import { has, type Invocation, optionOf } from './command.ts';
import { type Corrected, correct } from './correct.ts';
import { inputOf } from './input.ts';
import { Refusal } from './refusal.ts';
import { deliver, exitCode, put, reviewed, today, withNotices } from './session.ts';
import { settingsFor } from './settings.ts';
import type { Terminal } from './terminal.ts';

export async function run(invocation: Invocation, terminal: Terminal): Promise<number> {
  const { settings, notices } = await settingsFor(invocation, terminal.cwd);
  const every = (await settingsFor(invocation, terminal.cwd, 'all')).settings;
  const input = await inputOf(invocation, terminal);
  if (input.given && input.paths.length > 0) throw new Refusal('fix reads either "-" or files and folders.');
  const change = withNotices(diskChange({ cwd: terminal.cwd, ...input, settings: every, today: today() }), notices);
  const review = (next: Change) => reviewed(next, invocation, terminal);
  const safety = has(invocation, 'unsafe') ? 'unsafe' : 'safe';
  const done = await correct(change, safety, review);
  const asAsked = settings.preset === every.preset ? done.outcome : await review(withSettings(change, done, settings));
  const corrected = { ...done, outcome: asAsked };
  if (has(invocation, 'diff')) return await showDiff(corrected, invocation, terminal);
  if (input.given) {
    const after = corrected.outcome.sources.find(({ path }) => path === input.given?.path);
    if (after) await put((after.bom ? '\uFEFF' : '') + after.text, invocation, terminal);
    return await summedUp(corrected, invocation, terminal);
  }
  const failures = corrected.changed.flatMap(({ before, after }) => replaceFile(terminal.cwd, before, after) ?? []);
  const outcome = { ...corrected.outcome, report: withFailures(corrected.outcome.report, failures) };
  const left = new Set(failures.map(({ about }) => about));
  const written = corrected.applied.filter(({ fix }) => !fix?.edits.some((edit) => left.has(edit.path)));
  if ((optionOf(invocation, 'format') ?? 'text') === 'text' && !has(invocation, 'quiet'))
    await terminal.print(`${corrections(written, terminal.colours(invocation, false))}\n`);
  await deliver(outcome, invocation, terminal);
  return exitCode(outcome);
}

async function showDiff(corrected: Corrected, invocation: Invocation, terminal: Terminal): Promise<number> {
  const { unifiedDiff } = await import('../../report/diff.ts');
  const parts = corrected.changed.map(({ before, after }) => ({ path: after.path, diff: unifiedDiff(before, after) }));
  const text = parts.map(({ diff }) => diff ?? '').join('');
  await put(terminal.width() !== undefined && !has(invocation, 'output') ? visible(text) : text, invocation, terminal);
  const failures = parts
    .filter(({ diff }) => diff === null)
    .map(({ path }): Notice => ({ kind: 'failure', about: path, message: 'The difference takes too long to compute.' }));
  return await summedUp(
    { ...corrected, outcome: { ...corrected.outcome, report: withFailures(corrected.outcome.report, failures) } },
    invocation,
    terminal,
  );
}

/** Where standard output is the corrected text itself, the rest goes to standard error. */
async function summedUp({ outcome }: Corrected, invocation: Invocation, terminal: Terminal): Promise<number> {
  for (const { kind, about, message } of outcome.report.notices)
    if (kind === 'failure') await terminal.complain(`${visible(about)}: ${visible(message)}`);
  if (!has(invocation, 'quiet')) await terminal.complain(`what remains: ${summaryLine(outcome.report)}`);
  return exitCode(outcome);
}

/** What is corrected, as `check` reviews it. */
const withSettings = ({ snapshot, bring }: Change, { outcome }: Corrected, settings: Settings): Change => ({
  snapshot: { ...snapshot, head: outcome.sources, settings },
  bring,
});

const withFailures = (report: Report, failures: readonly Notice[]): Report =>
  failures.length === 0 ? report : { ...report, notices: [...report.notices, ...failures], verdict: 'incomplete' };
