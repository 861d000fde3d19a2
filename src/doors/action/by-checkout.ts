// The checkout in the working directory: what git says has changed where there is history, else all of it.
import fs from 'node:fs';
import path from 'node:path';
import rules from '../../../rules/index.ts';
import type { Change } from '../../change/change.ts';
import { decode, isNotice } from '../../change/decode.ts';
import { diskChange } from '../../change/disk.ts';
import { gitIn } from '../../change/git/command.ts';
import { gitChange } from '../../change/git.ts';
import { readFile } from '../../change/read.ts';
import { SETTINGS_PATH, SETTINGS_PATHS, type SettingsFile, settingsAmong } from '../../config/paths.ts';
import { type Configuration, readSettings } from '../../config/read.ts';
import type { Notice, SourceFile } from '../../model.ts';
import type { PullRequestEvent } from './event.ts';
import { type Inputs, isUnder } from './inputs.ts';

export interface CheckoutOptions {
  inputs: Inputs;
  /** Of the pull request, where the event is of one: its base tells what is new and which settings hold. */
  pull: PullRequestEvent | null;
  /** Root of the checkout, absolute. */
  workspace: string;
  today: string;
  environment: Readonly<Record<string, string | undefined>>;
  /** Why the API was of no use. */
  why: string | null;
}

export async function checkoutChange(options: CheckoutOptions): Promise<Change> {
  const { inputs, pull, workspace, today, environment, why } = options;
  const cwd = path.join(workspace, inputs.workingDirectory);
  const { settings, notices } = pull ? await settingsOfBase(options, pull) : settingsHere(options);
  const changed = pull ? await gitChange({ cwd, base: pull.base, settings, today, environment }) : 'no pull request';
  if (typeof changed !== 'string')
    return noted(narrowed(changed.change, inputs.paths), [
      ...notices,
      ...told(why, 'What changed was taken from the history of the checkout.'),
    ]);
  const paths = inputs.paths.length > 0 ? inputs.paths : ['.'];
  const whole = pull
    ? 'The whole tree was reviewed, so that older problems are told, too.'
    : 'This event is of no pull request: the whole tree was reviewed.';
  return noted(diskChange({ cwd, paths, settings, today }), [...notices, ...(pull ? told(why, whole) : [limit(whole)])]);
}

const limit = (message: string): Notice => ({ kind: 'limit', about: 'pull request', message });

const told = (why: string | null, consequence: string): Notice[] => [limit([why, consequence].filter(Boolean).join(' '))];

/** Only these files and folders are under review; the others stay for context. */
function narrowed(change: Change, paths: readonly string[]): Change {
  if (paths.length === 0) return change;
  const reviewed = change.snapshot.reviewed.filter((file) => isUnder(file, paths));
  return { ...change, snapshot: { ...change.snapshot, reviewed } };
}

function noted(change: Change, notices: readonly Notice[]): Change {
  return { ...change, snapshot: { ...change.snapshot, notices: [...change.snapshot.notices, ...notices] } };
}

function settingsHere({ inputs, workspace }: CheckoutOptions): Configuration {
  const there = SETTINGS_PATHS.filter((one) => fs.existsSync(path.join(workspace, one)));
  const paths = inputs.config === null ? there : [inputs.config];
  const found = paths.map((shown) => ({ path: shown, read: readFile(path.join(workspace, shown), shown, [workspace]) }));
  return configuration(inputs, inputs.config === null ? settingsAmong(found) : found);
}

/** Out of git's history: what the checkout itself says about settings is the pull request's own. */
async function settingsOfBase(
  { inputs, workspace, environment }: CheckoutOptions,
  { base }: PullRequestEvent,
): Promise<Configuration> {
  const paths = inputs.config === null ? SETTINGS_PATHS : [inputs.config];
  const git = gitIn(workspace, environment);
  if (!(await git(['cat-file', '-e', `${base}^{commit}`])).ok)
    return without(inputs, [
      {
        kind: 'limit',
        about: inputs.config ?? SETTINGS_PATH,
        message: 'Settings of the base branch could not be read: those that hold everywhere were taken.',
      },
    ]);
  const listed = await git(['ls-tree', '--name-only', '-z', base, '--', ...paths]);
  const there = listed.ok ? listed.out.toString().split('\0').filter(Boolean) : [];
  const found: SettingsFile<SourceFile | Notice>[] = [];
  for (const shown of there) {
    const read = await git(['show', `${base}:${shown}`]);
    if (read.ok) found.push({ path: shown, read: decode(shown, read.out) });
  }
  return configuration(inputs, inputs.config === null ? settingsAmong(found) : found);
}

function configuration(inputs: Inputs, files: readonly SettingsFile<SourceFile | Notice>[]): Configuration {
  const reads = files.map(({ read }) => read);
  const { settings, notices } = readSettings(
    reads.filter((read): read is SourceFile => !isNotice(read)),
    rules,
    inputs.overrides,
  );
  return { settings, notices: [...reads.filter(isNotice).map((read): Notice => ({ ...read, kind: 'failure' })), ...notices] };
}

function without(inputs: Inputs, notices: readonly Notice[]): Configuration {
  const { settings, notices: own } = readSettings([], rules, inputs.overrides);
  return { settings, notices: [...notices, ...own] };
}
