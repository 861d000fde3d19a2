// The nouns that travel through the pipeline: plain JSON data. Imports nothing but the nouns of pictures.
import type { ProjectChange } from './picture.ts';

/** Half-open `[start, end)` in UTF-16 code units of `SourceFile.text`; `start === end` is an insertion point. */
export interface Range {
  start: number;
  end: number;
}

/** One decoded text. The byte order mark is cut off and remembered, so that offset 0 is the first character. */
export interface SourceFile {
  /** Relative to the repository's root (or the working directory), with `/`. */
  path: string;
  text: string;
  bom: boolean;
  /** Its path on the base, when the change renamed it. */
  previousPath?: string;
}

export type Severity = 'error' | 'warning' | 'info';

/** What a file is read as. */
export type Kind = 'dockerfile' | 'compose';

/** What is wrong with a file, coarsely: `syntax`, `schema` and `consistency` mean that Docker refuses it. */
export type Category =
  | 'syntax'
  | 'schema'
  | 'consistency'
  | 'security'
  | 'reproducibility'
  | 'reliability'
  | 'size'
  | 'performance'
  | 'maintainability'
  | 'style';

/** Lines `from` to `to`, both included, counted from 1. */
export interface LineSpan {
  from: number;
  to: number;
}

/** One rule as a repository's settings want it. */
export interface RuleSetting {
  severity?: Severity | 'off';
  options?: Readonly<Record<string, unknown>>;
  /** Services of Compose files in which its findings are not shown. */
  ignoreServices?: readonly string[];
}

export const PRESETS = ['recommended', 'security', 'strict', 'all'] as const;
export type Preset = (typeof PRESETS)[number];

/** What of a change is shown: findings on lines that it changed, all of the files that it changed, or all of every file. */
export const SCOPES = ['changed', 'files', 'all'] as const;
export type Scope = (typeof SCOPES)[number];

/** Every source of settings, resolved outside the job into one plain object. */
export interface Settings {
  preset: Preset;
  rules: Readonly<Record<string, RuleSetting>>;
  /** Globs of paths that are not reviewed. */
  ignore: readonly string[];
  /** Globs of files that are Dockerfiles or Compose files although their names do not say so. */
  dockerfiles: readonly string[];
  composeFiles: readonly string[];
  /** Paths of Compose files that are loaded together, as with several `-f`: each list is a project. Absent: none but those that Compose finds by itself. */
  composeProjects?: readonly (readonly string[])[];
  /** Findings at or above this level make the verdict `fail`. */
  failOn: Severity | 'never';
  /** Inline comments of one review, at most. */
  maxComments: number;
  /** Whether comments in the files may hide findings. */
  ignoreComments: boolean;
  /** Absent: `changed`. */
  scope?: Scope;
  /** What all services of a Compose project may use together; absent: nobody said. */
  budget?: Budget;
}

export interface Budget {
  /** Processors. */
  cpus?: number;
  /** Bytes. */
  memory?: number;
}

/** All that a review may know: it has no files, no network and no clock. */
export interface Snapshot {
  /** What is under review, for people: `octo/shop#12`, `main...HEAD`, `.` */
  of: string;
  /** Paths of the head that are under review, whatever they are; the other files are there for context. */
  reviewed: readonly string[];
  /** What a file is, where somebody said so by hand; else its name and what other files call it decide. */
  kinds?: Readonly<Record<string, Kind>>;
  head: readonly SourceFile[];
  /** The same files on the base. Unchanged files need not be repeated. */
  base: readonly SourceFile[];
  /** Lines of the head that the change's hunks show, by path. `null`: there is no base, everything is new. */
  touched: Readonly<Record<string, readonly LineSpan[]>> | null;
  /** Every path at the head, as far as it is known; `null` when it is not. */
  tree: readonly string[] | null;
  /** Folders of which the tree has all; absent: it has all of the repository. */
  listed?: readonly string[];
  /** Paths that somebody looked for in vain, where the tree does not tell. */
  absent?: readonly string[];
  settings: Settings;
  /** The day of the review, `YYYY-MM-DD`. */
  today: string;
  /** By the scripts that an outside tool has looked at; absent: there is no such tool here. */
  scanned?: Readonly<Record<string, readonly ScriptRemark[]>>;
  /** What the hands could not bring. */
  notices: readonly Notice[];
}

/** What an outside tool said of a script, at offsets of its text. */
export interface ScriptRemark {
  /** `SC2086` */
  code: string;
  level: 'error' | 'warning' | 'info' | 'style';
  start: number;
  end: number;
  message: string;
}

export interface Edit {
  path: string;
  range: Range;
  text: string;
}

/** `safe`: the built image or started service stays the same, or the change is purely lexical. Else it says what changes. */
export type Safety = 'safe' | 'unsafe';

/** All edits or none; they never overlap. */
export interface Fix {
  title: string;
  safety: Safety;
  edits: Edit[];
}

export interface Related {
  path: string;
  range: Range;
  message: string;
}

/** Why a finding is hidden that the base has, too. */
export const KNOWN_ON_BASE = 'known on the base';

export interface Finding {
  rule: string;
  severity: Severity;
  category: Category;
  path: string;
  range: Range;
  message: string;
  url: string;
  /** Stable through moves, rebases and other rules' fixes: rule + subject + ordinal. The path stands beside it. */
  fingerprint: string;
  /** The id that an outside tool gives to it: `shellcheck/SC2086`. */
  code?: string;
  related: Related[];
  fix?: Fix;
  /** Shown although the base has it, too. */
  existing?: boolean;
  /** Why it is not shown; absent when it is. Findings are marked, never dropped. */
  hidden?: string;
}

/** Something that was not done. `limit`: by design or setting, may be green. `failure`: something asked for did not happen, never green. */
export interface Notice {
  kind: 'limit' | 'failure';
  /** A path, or the part of the work. */
  about: string;
  message: string;
}

/** A comment by which the change itself wants findings not to be shown. */
export interface AddedIgnore {
  path: string;
  /** Of the comment, in the head's text. */
  range: Range;
  /** The tool that it is written for: `hullcheck`, `hadolint`, … */
  tool: string;
  /** Ids as written; none: all that this tool would say. */
  rules: string[];
  reason: string;
  /** How many findings it hides, and how many it may not. */
  hides: number;
  refused: number;
}

export interface Report {
  of: string;
  /** What was reviewed, with texts, so that a report can be rendered from itself alone. */
  files: SourceFile[];
  findings: Finding[];
  /** Findings of the base that the head no longer has; their ranges lie in the base's texts and are of no use here. */
  fixed: Omit<Finding, 'range' | 'related' | 'fix'>[];
  /** Only where there are any. */
  ignores?: AddedIgnore[];
  notices: Notice[];
  /** Paths that a further round should bring. */
  wants: string[];
  /** Scripts that an outside tool should look at; only where there is one. */
  scripts?: string[];
  /** Compose projects that the change alters; only where there are any. */
  projects?: ProjectChange[];
  verdict: Verdict;
}

/** `incomplete` whenever there is a failure notice; else `fail` or `pass` by the settings' level. */
export type Verdict = 'pass' | 'fail' | 'incomplete';
