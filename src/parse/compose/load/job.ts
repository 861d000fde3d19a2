// The loading of one project: where files come from, what was asked for, what was found wrong, and how much is left to spend.
import type { SourceFile } from '../../../model.ts';
import type { Compose } from '../model.ts';
import { isRemote } from './file-path.ts';
import { type Ground, repositoryPath } from './ground.ts';
import { ALL_MERGED_VALUES, FILES, LIMITS, MERGED_VALUES } from './limits.ts';
import type { LoadLimit, LoadProblem, Tell } from './problem.ts';
import { teller } from './problem.ts';
import { type Lookup, newRoom, type Room } from './substitute.ts';
import type { MapValue, Place, Value } from './value.ts';

/** Files of the repository, by their paths in it. */
export interface Files {
  compose(path: string): Compose | undefined;
  text(path: string): SourceFile | undefined;
  /** `undefined`: nobody knows. */
  has(path: string): boolean | undefined;
}

/** What holds for the files that are merged with each other: those of the project, or those of one include. */
export interface Scope {
  /** Absolute folder that relative paths begin at. */
  folder: string;
  variables: ReadonlyMap<string, string>;
  lookup: Lookup;
  /** Absolute paths of the files that led here by including each other. */
  chain: readonly string[];
}

export interface Job {
  files: Files;
  ground: Ground;
  home: string;
  tell: Tell;
  problems: LoadProblem[];
  limits: LoadLimit[];
  wants: Set<string>;
  /** Repository paths of all files that take part. */
  parts: Set<string>;
  /** Something that belongs to the project was not read: what seems undefined may be there. */
  complete: boolean;
  included: Map<string, MapValue>;
  /** Values that it may still bring together. */
  left: number;
  budget: Budget;
  room: Room;
}

/** Shared by all projects of a review. */
export interface Budget {
  values: number;
}

export const newBudget = (): Budget => ({ values: ALL_MERGED_VALUES });

export function newJob(files: Files, ground: Ground, home: string, budget: Budget): Job {
  const problems: LoadProblem[] = [];
  return {
    files,
    ground,
    home,
    problems,
    budget,
    tell: teller(problems),
    limits: [],
    wants: new Set(),
    parts: new Set(),
    complete: true,
    included: new Map(),
    left: MERGED_VALUES,
    room: newRoom(),
  };
}

export function limited(job: Job, at: Place, message: string): void {
  job.complete = false;
  tellLimit(job, at, message);
}

export function tellLimit({ limits }: Job, at: Place, message: string): void {
  const told = limits.some((limit) => limit.message === message && limit.at.path === at.path);
  if (!told && limits.length < LIMITS) limits.push({ at, message });
}

/** False when there is no more to spend: then nothing further is merged. */
export function spend(job: Job, values: number, at: Place): boolean {
  if (job.left < 0) return false;
  job.budget.values -= values;
  job.left = Math.min(job.left - values, job.budget.values);
  if (job.left < 0) limited(job, at, 'What the Compose files bring together is more than can be read.');
  return job.left >= 0;
}

export type Found = { path: string } | 'remote' | 'outside' | 'missing' | 'wanted' | 'too many';

/** The repository's file that an absolute path or an address names. What is not here yet is asked for when it can be had. */
export function find(job: Job, named: string, absolute: string, read: (path: string) => unknown): Found {
  if (isRemote(named)) return 'remote';
  const path = repositoryPath(job.ground, absolute);
  if (path === null) return 'outside';
  if (read(path) !== undefined) {
    if (!job.parts.has(path) && job.parts.size >= FILES) return 'too many';
    job.parts.add(path);
    return { path };
  }
  if (job.files.has(path) === false) return 'missing';
  job.wants.add(path);
  return 'wanted';
}

export function sizeOf(value: Value): number {
  if (value.kind === 'scalar') return 1;
  let size = 1;
  if (value.kind === 'list') for (const item of value.items) size += sizeOf(item);
  else for (const field of value.fields.values()) size += sizeOf(field.value);
  return size;
}
