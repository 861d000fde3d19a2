// The picture of a Compose project with what a branch changes marked in it.
import process from 'node:process';
import { hereRunner } from '../../job/here.ts';
import type { Notice } from '../../model.ts';
import type { Graph } from '../../picture.ts';
import { visible } from '../../report/escape.ts';
import { reviewInRounds } from '../../rounds.ts';
import type { Invocation } from './command.ts';
import { Refusal } from './refusal.ts';
import { today, withNotices } from './session.ts';
import { settingsFor } from './settings.ts';
import { supply } from './supply.ts';
import type { Terminal } from './terminal.ts';

export interface Picture {
  graph: Graph;
  /** The project's first file. */
  path: string;
  notices: readonly Notice[];
}

/** Throws a `Refusal` when no picture, or more than one, is altered. */
export async function changedGraph(invocation: Invocation, terminal: Terminal, base: string): Promise<Picture> {
  const { settings, notices } = await settingsFor(invocation, terminal.cwd);
  const { gitChange } = await import('../../change/git.ts');
  const found = await gitChange({ cwd: terminal.cwd, base, settings, today: today(), environment: process.env });
  if (typeof found === 'string') throw new Refusal(found);
  // A review that asks no rule: only what it says of whole projects is wanted.
  const runner = hereRunner(async (kinds) => ({ ...(await supply(kinds)), rules: [] }));
  const report = await reviewInRounds(withNotices(found.change, notices), runner);
  const [wanted] = invocation.operands;
  const altered = (report.projects ?? []).flatMap(({ path, graph }) =>
    graph && (wanted === undefined || path === wanted) ? [{ path, graph }] : [],
  );
  const [only, ...others] = altered;
  if (!only) throw new Refusal(`The picture is as it is at ${base}: nothing that it shows has changed.`);
  if (others.length > 0)
    throw new Refusal(`Several pictures have changed. Name one of them: ${altered.map(({ path }) => visible(path)).join(' ')}`);
  return { ...only, notices: report.notices };
}
