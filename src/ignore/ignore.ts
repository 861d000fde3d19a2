// What an ignore comment is: whose findings it wants not to be shown, where, and why.
import type { Range } from '../model.ts';

/** How far a comment reaches, as the tool that it is written for has it. */
export type Scope =
  /** The instruction or entry below; beside something, its line. */
  | 'here'
  /** In YAML the one line below or beside it; a Dockerfile's instruction below. */
  | 'line'
  /** The same, with all of the list that begins there: where a linter tells of its items at the key. */
  | 'list'
  /** From the instruction below to the end of its stage; in YAML the entry below. */
  | 'block'
  | 'file';

/** What a comment says, before it is known where it stands. */
export interface Said {
  /** For whom it is written: `hullcheck`, `hadolint`, … */
  tool: string;
  /** Ids as written; `null`: all that this tool would say. */
  rules: readonly string[] | null;
  /** Empty where none is given. */
  reason: string;
  scope: Scope;
}

export interface Ignore extends Said {
  /** The comment itself, from its `#` to the end of the line. */
  at: Range;
  covers: Range;
}

/** A comment that begins with the name of a tool. */
export interface Remark {
  /** Behind `#` and blanks. */
  text: string;
  kind: 'dockerfile' | 'compose';
  /** Only comments and empty lines stand above it. */
  first: boolean;
  /** It is a directive to BuildKit about the whole file. */
  directive: boolean;
  /** `YYYY-MM-DD` */
  today: string;
}

/** Reads the comments of one tool; empty for those of others. */
export type Reader = (remark: Remark) => readonly Said[];
