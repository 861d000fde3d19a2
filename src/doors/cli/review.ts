// `hullcheck review`: what changed in git, as a pull request would show it.
import process from 'node:process';
import { has, type Invocation, optionOf } from './command.ts';
import { Refusal } from './refusal.ts';
import { deliver, exitCode, reviewed, today, withNotices } from './session.ts';
import { settingsFor } from './settings.ts';
import type { Terminal } from './terminal.ts';

export async function run(invocation: Invocation, terminal: Terminal): Promise<number> {
  const { settings, notices } = await settingsFor(invocation, terminal.cwd);
  const { gitChange } = await import('../../change/git.ts');
  const found = await gitChange({
    cwd: terminal.cwd,
    base: optionOf(invocation, 'base'),
    settings,
    today: today(),
    environment: process.env,
  });
  if (typeof found === 'string') throw new Refusal(found);
  const { change, base } = found;
  if (!has(invocation, 'base') && !has(invocation, 'quiet'))
    await terminal.complain(`comparing with ${base.name} (${base.id.slice(0, 12)}). Another base: --base REF`);
  const outcome = await reviewed(withNotices(change, notices), invocation, terminal);
  await deliver(outcome, invocation, terminal);
  return exitCode(outcome);
}
