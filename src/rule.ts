// All that a rule may import (`#rule`; for rules outside this repository `hullcheck/rule`).
import type { UnusedIgnore } from './ignore/unused.ts';
import type { Category, Range, Safety, ScriptRemark, Severity } from './model.ts';
import type { Compose } from './parse/compose/model.ts';
import type { Dockerfile } from './parse/dockerfile/model.ts';
import type { Project } from './project.ts';

export type { Range } from './model.ts';
export * from './parse/compose/facts.ts';
export * from './parse/dockerfile/facts.ts';
export * from './parse/facts.ts';
export * from './parse/shell/facts.ts';
export type { Project } from './project.ts';
export { lineEnd } from './text.ts';

/** One edit as a rule writes it. `path` is only needed for a file other than the problem's. */
export interface ProposedEdit {
  range: Range;
  text: string;
  path?: string;
}

export interface ProposedFix {
  title: string;
  edits: readonly ProposedEdit[];
  /** Where it differs from the rule's `fixes`. */
  safety?: Safety;
}

/** What a rule says; everything else about a finding is added once, outside. */
export interface Problem {
  /** The smallest piece of text that is wrong: it is also what the finding is recognised by. */
  at: Range;
  /** Plain sentences: what is wrong with the offending words, why it matters to this file. The fix's title says what to do. */
  message: string;
  /** The file, for rules on `project`; others speak of the file they were given. */
  path?: string;
  fix?: ProposedFix | undefined;
  related?: readonly { at: Range; message: string; path?: string }[];
  /** The id that an outside tool gives to it. */
  code?: string;
  /** Recognises the finding where the text at `at` is not what makes it this one. */
  subject?: string;
}

export interface Context<Options = Readonly<Record<string, unknown>>> {
  project: Project;
  options: Options;
  /** `YYYY-MM-DD` */
  today: string;
  /** Empty but for rules that are asked last. */
  unusedIgnores: readonly UnusedIgnore[];
  /** What an outside tool said of a script, empty as long as it was not asked; `null`: there is no such tool. */
  scan: ((script: string) => readonly ScriptRemark[]) | null;
}

interface Meta<Options> {
  /** kebab-case words: `no-x` when it only forbids, else the wanted state. */
  id: string;
  /** The wanted state, as a sentence without full stop. */
  title: string;
  severity: Severity;
  category: Category;
  /** Which presets have it besides `all`. Default: `recommended`, and with it `security` and `strict`. */
  presets?: readonly ('recommended' | 'security' | 'strict')[];
  fixes?: Safety;
  /** Asked once it is known what all others found. */
  last?: true;
  /** Peers' ids that it equals: `hadolint/DL3004`, `kics/<query id>`, `trivy/DS-0010`, … */
  also?: readonly string[];
  cis?: readonly string[];
  nist?: readonly string[];
  /** JSON schema of its options, with defaults for each; `wider` is the default where more than `recommended`, or this rule by its name, is asked for. */
  options?: {
    readonly properties: {
      readonly [K in keyof Options]: {
        readonly default: Options[K];
        readonly wider?: Options[K];
        readonly [key: string]: unknown;
      };
    };
  };
}

export type DockerfileRule<O> = Meta<O> & { on: 'dockerfile'; check(file: Dockerfile, context: Context<O>): Iterable<Problem> };
export type ComposeRule<O> = Meta<O> & { on: 'compose'; check(file: Compose, context: Context<O>): Iterable<Problem> };
export type ProjectRule<O> = Meta<O> & { on: 'project'; check(project: Project, context: Context<O>): Iterable<Problem> };
export type Rule = DockerfileRule<never> | ComposeRule<never> | ProjectRule<never>;

/** Declares a rule; only gives it its type. */
export function rule<O = Record<string, never>>(definition: DockerfileRule<O>): Rule;
export function rule<O = Record<string, never>>(definition: ComposeRule<O>): Rule;
export function rule<O = Record<string, never>>(definition: ProjectRule<O>): Rule;
export function rule(definition: unknown): Rule {
  return definition as Rule;
}

export const replace = (range: Range, text: string, path?: string): ProposedEdit => ({
  range,
  text,
  ...(path !== undefined && { path }),
});
export const insert = (offset: number, text: string, path?: string): ProposedEdit =>
  replace({ start: offset, end: offset }, text, path);
export const remove = (range: Range, path?: string): ProposedEdit => replace(range, '', path);
