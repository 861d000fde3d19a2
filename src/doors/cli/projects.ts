// The Compose projects of the disk, with all files that belong to them: what inspect and graph look at.
import { diskChange } from '../../change/disk.ts';
import { kindsAmong } from '../../discover.ts';
import type { Stack } from '../../inspect/stack.ts';
import type { Runner } from '../../job/runner.ts';
import type { Notice, Settings, SourceFile } from '../../model.ts';
import type { Document } from '../../project.ts';
import { reviewInRounds } from '../../rounds.ts';
import type { Invocation } from './command.ts';
import { pathsOf } from './input.ts';
import { today, withNotices } from './session.ts';
import { settingsFor } from './settings.ts';
import { supply } from './supply.ts';
import type { Terminal } from './terminal.ts';

export interface Found {
  stacks: Stack[];
  notices: Notice[];
  settings: Settings;
}

export async function projectsOf(invocation: Invocation, terminal: Terminal): Promise<Found> {
  const { settings, notices } = await settingsFor(invocation, terminal.cwd);
  const { survey } = await import('./kinds/projects.ts');
  const paths = pathsOf(invocation, terminal.cwd);
  const known = new WeakMap<SourceFile, Document>();
  let stacks: Stack[] = [];
  // Nothing is judged: the rounds only bring the files that others name.
  const runner: Runner = {
    kind: 'here',
    async run(snapshot) {
      const { parsers } = await supply(kindsAmong(snapshot.head, snapshot));
      const found = survey(snapshot, { parsers, known });
      stacks = found.stacks;
      const { wants, notices: told } = found;
      return { of: snapshot.of, files: [], findings: [], fixed: [], notices: told, wants, verdict: 'pass' };
    },
  };
  const change = diskChange({ cwd: terminal.cwd, paths, settings, today: today() });
  const report = await reviewInRounds(withNotices(change, notices), runner);
  return { stacks, notices: report.notices, settings };
}
