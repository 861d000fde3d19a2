// `hullcheck check`: files and folders of the disk.
import { diskChange } from '../../change/disk.ts';
import type { Invocation } from './command.ts';
import { inputOf } from './input.ts';
import { deliver, exitCode, reviewed, today, withNotices } from './session.ts';
import { settingsFor } from './settings.ts';
import type { Terminal } from './terminal.ts';

export async function run(invocation: Invocation, terminal: Terminal): Promise<number> {
  const { settings, notices } = await settingsFor(invocation, terminal.cwd);
  const input = await inputOf(invocation, terminal);
  const change = withNotices(diskChange({ cwd: terminal.cwd, ...input, settings, today: today() }), notices);
  const outcome = await reviewed(change, invocation, terminal);
  await deliver(outcome, invocation, terminal);
  return exitCode(outcome);
}
