// `hullcheck why FILE:LINE`: what was judged there, what was found, what is hidden, and which rules are off.
import process from 'node:process';
import type { Change } from '../../change/change.ts';
import { diskChange, relative } from '../../change/disk.ts';
import { isIgnored, kindOf } from '../../discover.ts';
import { type Explanation, explain } from '../../explain.ts';
import type { Report, RuleSetting, Settings } from '../../model.ts';
import { why } from '../../report/why.ts';
import { type Invocation, optionOf } from './command.ts';
import { Refusal } from './refusal.ts';
import { put, reviewed, today } from './session.ts';
import { settingsFor } from './settings.ts';
import { allRules, supply } from './supply.ts';
import type { Terminal } from './terminal.ts';

export async function run(invocation: Invocation, terminal: Terminal): Promise<number> {
  const { path, line } = placeIn(invocation.operands[0] ?? '');
  const { settings, notices } = await settingsFor(invocation, terminal.cwd);
  const failure = notices.find(({ kind }) => kind === 'failure');
  if (failure) throw new Refusal(`${failure.about}: ${failure.message}`);
  const shown = relative(terminal.cwd, path);
  const change = await changeOf(invocation, terminal.cwd, shown, settings);
  const explanation = await explained(change, shown, line, settings, (next) => reviewed(next, invocation, terminal));
  const toFile = optionOf(invocation, 'output') !== undefined;
  const json = optionOf(invocation, 'format') === 'json';
  const text = json ? `${JSON.stringify(explanation, null, 2)}\n` : why(explanation, terminal.colours(invocation, toFile));
  await put(text, invocation, terminal);
  return 0;
}

function placeIn(operand: string): { path: string; line: number } {
  const [, path, line] = /^(.+?):(\d{1,9})(?::\d*)?$/s.exec(operand) ?? [];
  if (path === undefined || Number(line) < 1) throw new Refusal('Which line? For example: hullcheck why Dockerfile:12');
  return { path, line: Number(line) };
}

/** The folder as a whole, for rules that look across files; with `--base` what changed in git. */
async function changeOf(invocation: Invocation, cwd: string, shown: string, settings: Settings): Promise<Change> {
  const base = optionOf(invocation, 'base');
  if (base === undefined) return diskChange({ cwd, paths: [shown, '.'], settings, today: today() });
  const { gitChange } = await import('../../change/git.ts');
  const found = await gitChange({ cwd, base, settings, today: today(), environment: process.env });
  if (typeof found === 'string') throw new Refusal(found);
  return found.change;
}

type Review = (change: Change) => Promise<{ report: Report }>;

async function explained(change: Change, path: string, line: number, settings: Settings, review: Review): Promise<Explanation> {
  if (isIgnored(path, settings)) throw new Refusal(`${path} is not reviewed: \`ignore\` of the settings keeps it out.`);
  const { report } = await review(change);
  const source = report.files.find((file) => file.path === path);
  if (!source) {
    const notice = report.notices.find(({ about }) => about === path);
    throw new Refusal(`${path} is not reviewed. ${notice?.message ?? 'It is not part of the change.'}`);
  }
  const kind = change.snapshot.kinds?.[path] ?? kindOf(path, settings) ?? 'dockerfile';
  const { parsers } = await supply(new Set([kind]));
  const document = parsers[kind]?.(source);
  if (!document) throw new Refusal(`${path} cannot be read.`);
  if (line > document.starts.length) throw new Refusal(`${path} has ${document.starts.length} lines.`);
  const rules = await allRules();
  const all: Settings = { ...settings, preset: 'all', rules: withoutOff(settings.rules) };
  const everything = await review({ ...change, snapshot: { ...change.snapshot, settings: all } });
  return explain({ document, line, rules, settings, today: change.snapshot.today, report, everything: everything.report });
}

function withoutOff(rules: Settings['rules']): Settings['rules'] {
  const on: Record<string, RuleSetting> = {};
  for (const [id, { severity, options }] of Object.entries(rules))
    on[id] = { ...(severity !== undefined && severity !== 'off' && { severity }), ...(options && { options }) };
  return on;
}
