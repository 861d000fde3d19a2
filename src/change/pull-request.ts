// A change as GitHub shows it: the files of a pull request, both sides' texts, the settings of its base.
import { SETTINGS_PATHS, settingsAmong } from '../config/paths.ts';
import { type Configuration, type Overrides, readSettings } from '../config/read.ts';
import { isDevcontainer, isIgnored, kindOf, mayBeNamed, NAMING_PATHS } from '../discover.ts';
import type { GitHub, Repository } from '../github.ts';
import type { LineSpan, Notice, Settings, SourceFile } from '../model.ts';
import { pathsBeside } from '../parse/beside.ts';
import type { Rule } from '../rule.ts';
import type { Change } from './change.ts';
import { newSpans } from './patch.ts';
import { baseSides } from './pull-request-base.ts';
import { type ChangedFile, changedFiles } from './pull-request-files.ts';
import { linksAmong } from './pull-request-links.ts';
import type { PullNode } from './pull-request-query.ts';
import { BLOBS_PER_REQUEST, isRemark, isText, type Read, textReader } from './pull-request-texts.ts';

export interface PullRequestOptions {
  github: GitHub;
  repository: Repository;
  /** `null`: a merge group, which is nothing but its commits. */
  number: number | null;
  head: string;
  base: string;
  rules: readonly Rule[];
  overrides?: Overrides;
  settingsPath?: string;
  only?: (path: string) => boolean;
  today: string;
}

export interface PullRequestChange extends Change {
  /** The pull request as it is now; `null`: the token may not see it. */
  pull: PullNode | null;
  /** Lines that can be commented on, by path; grows with what is brought. */
  hunks: Readonly<Record<string, readonly LineSpan[]>>;
  settings: Settings;
  /** Whether GitHub listed all changed files. */
  complete: boolean;
}

/** Rejects as GitHub refuses. */
export async function pullRequestChange(options: PullRequestOptions): Promise<PullRequestChange> {
  const { github, repository, number, head, base, only = () => true, today } = options;
  const settingsPaths = options.settingsPath === undefined ? SETTINGS_PATHS : [options.settingsPath];
  const listed = await changedFiles(github, repository, number, { base, head });
  const files = listed.files.filter(({ path }) => only(path));
  const byPath = new Map(present(files).map((file) => [file.path, file]));
  const readTexts = textReader(github, repository);
  const atHead = (wanted: readonly ChangedFile[]) =>
    wanted.filter(({ kind }) => kind !== 'removed').map(({ path }) => ({ commit: head, path }));

  const named = files.filter(ours({ dockerfiles: [], composeFiles: [], ignore: [] }));
  const naming = files.some((file) => !named.includes(file) && mayBeNamed(file.path))
    ? NAMING_PATHS.filter((path) => !byPath.has(path))
    : [];
  const wishes = [
    ...settingsPaths.map((path) => ({ commit: base, path })),
    ...naming.map((path) => ({ commit: head, path })),
    ...atHead(named),
  ];
  // What may lie beside costs nothing where the first request has room.
  const tried = besideAmong(present(named), new Set([...naming, ...byPath.keys()])).slice(
    0,
    Math.max(0, BLOBS_PER_REQUEST - wishes.length),
  );
  const first = await readTexts([...wishes, ...tried.map((path) => ({ commit: head, path }))], number);
  const there = settingsPaths.flatMap((path, i) => (first.texts[i] ? [{ path, read: first.texts[i] }] : []));
  const holding = options.settingsPath === undefined ? settingsAmong(there) : there;
  const { settings, notices: remarks } = configuration(
    holding.map(({ read }) => read),
    options,
  );
  const texts = first.texts.slice(settingsPaths.length, wishes.length);
  const other = files.filter(ours(settings)).filter((file) => !named.includes(file));
  const second = await readTexts(atHead(other));
  const links = linksAmong(github, repository, head);
  const tree = settings.scope === 'all' ? await links.whole() : [];
  const beside = (tree ?? []).filter((path) => !byPath.has(path) && only(path) && isOurs(path, settings));
  const third = await readTexts(
    beside.filter((path) => ![...naming, ...tried].includes(path)).map((path) => ({ commit: head, path })),
  );

  const hunks: Record<string, readonly LineSpan[]> = Object.create(null);
  const touched: Record<string, readonly LineSpan[]> = Object.create(null);
  for (const file of byPath.values()) touched[file.path] = newSpans(file.hunks ?? []);

  const sides = async (reads: readonly Read[], changed: readonly ChangedFile[]) => {
    const plain = await links.without(reads);
    const heads = plain.filter(isText).map((file) => renamed(file, byPath.get(file.path)));
    const before = await baseSides(readTexts, base, heads, changed);
    Object.assign(touched, before.touched);
    Object.assign(hunks, before.hunks);
    return { files: heads, base: before.files, notices: plain.filter(isRemark) };
  };

  const changed = [...named, ...other];
  const found = await links.without(first.texts.slice(wishes.length));
  const context = [...texts.slice(0, naming.length), ...found].filter(isText);
  const reads = [...texts.slice(naming.length), ...second.texts, ...third.texts].map(
    (read, i) => read ?? absent(present(changed)[i]),
  );
  const both = await sides(reads, changed);
  const notices = [
    ...remarks,
    ...listedNotices(
      listed.complete,
      tree !== null,
      [...settingsPaths.slice(0, 1), ...holding.map(({ path }) => path)].find((path) => byPath.has(path)),
    ),
    ...both.notices,
  ];
  return {
    pull: first.pull,
    hunks,
    settings,
    complete: listed.complete,
    tried,
    snapshot: {
      of: `${repository.owner}/${repository.name}${number === null ? `@${head.slice(0, 7)}` : `#${number}`}`,
      reviewed: [...byPath.keys(), ...beside],
      head: [...both.files, ...context],
      base: both.base,
      touched,
      tree: links.tree(),
      settings,
      today,
      notices,
    },
    async bring(paths) {
      const { texts } = await readTexts(paths.map((path) => ({ commit: head, path })));
      return sides(
        texts,
        paths.flatMap((path) => byPath.get(path) ?? []),
      );
    },
  };
}

const present = (files: readonly ChangedFile[]) => files.filter(({ kind }) => kind !== 'removed');

/** Files that may lie beside those of a change and are not among them. */
const besideAmong = (files: readonly ChangedFile[], known: ReadonlySet<string>): string[] => {
  const kinds = files.map(({ path }) => ({ path, kind: kindOf(path, { dockerfiles: [], composeFiles: [] }) }));
  const paths = kinds.flatMap(({ path, kind }) => (kind ? pathsBeside(path, kind) : []));
  return [...new Set(paths)].filter((path) => !known.has(path));
};

const ours = (settings: Pick<Settings, 'dockerfiles' | 'composeFiles' | 'ignore'>) => (file: ChangedFile) =>
  [file.path, file.previousPath].some((path) => isOurs(path, settings));

const isOurs = (path: string, settings: Pick<Settings, 'dockerfiles' | 'composeFiles' | 'ignore'>): boolean =>
  (kindOf(path, settings) !== null || isDevcontainer(path)) && !isIgnored(path, settings);

const renamed = (file: SourceFile, changed: ChangedFile | undefined): SourceFile =>
  changed && changed.previousPath !== file.path ? { ...file, previousPath: changed.previousPath } : file;

/** A changed path at which the head has no file. */
function absent(file: ChangedFile | undefined): Notice | null {
  if (!file) return null;
  const submodule = file.hunks?.some(({ lines }) => lines.some(({ text }) => text.startsWith('Subproject commit ')));
  return submodule
    ? { kind: 'limit', about: file.path, message: 'This is a submodule: its files are reviewed in their own repository.' }
    : {
        kind: 'failure',
        about: file.path,
        message: 'GitHub lists this file as changed and does not give it: it was not reviewed.',
      };
}

/** `reads`: the settings files that hold, as far as they could be read. */
function configuration(reads: readonly Read[], { rules, overrides, settingsPath }: PullRequestOptions): Configuration {
  const { settings, notices } = readSettings(reads.filter(isText), rules, overrides);
  const told = reads.filter(isRemark).map((notice): Notice => ({ ...notice, kind: 'failure' }));
  if (reads.length === 0 && settingsPath !== undefined)
    told.push({
      kind: 'limit',
      about: settingsPath,
      message: 'The base branch has no such file: the settings that hold everywhere were taken.',
    });
  return { settings, notices: [...told, ...notices] };
}

/** `settings`: the settings file that the change touches. */
function listedNotices(complete: boolean, whole: boolean, settings: string | undefined): Notice[] {
  const notices: Notice[] = [];
  if (!complete)
    notices.push({
      kind: 'limit',
      about: 'pull request',
      message: 'GitHub lists the first 3,000 files of a pull request: files after these were not reviewed.',
    });
  if (!whole)
    notices.push({
      kind: 'limit',
      about: 'repository',
      message: 'GitHub does not list all files of a repository of this size: only changed files were reviewed.',
    });
  if (settings !== undefined)
    notices.push({
      kind: 'limit',
      about: settings,
      message: 'Settings are read from the base branch: what this change says there holds once it is merged.',
    });
  return notices;
}
