// The files of one review, read and addressable by path: what rules that look across files are given.
import type { SourceFile } from './model.ts';
import type { Compose } from './parse/compose/model.ts';
import type { Dockerfile } from './parse/dockerfile/model.ts';

export type Document = Dockerfile | Compose;

export interface Project {
  readonly dockerfiles: readonly Dockerfile[];
  readonly composeFiles: readonly Compose[];
  /** The document of a path, when it was read as one. */
  document(path: string): Document | undefined;
  /** Any text of the snapshot, such as a `.dockerignore`. */
  source(path: string): SourceFile | undefined;
  /** Whether the repository has this file; `undefined` when its listing is not known. */
  has(path: string): boolean | undefined;
}
