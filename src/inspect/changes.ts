// Base and head of a change → what it makes of each Compose project that it touches.
import type { Budget } from '../model.ts';
import type { LoadedProject } from '../parse/compose/load/load.ts';
import type { ProjectChange } from '../picture.ts';
import type { Project } from '../project.ts';
import { detailOf } from './detail.ts';
import { graphOf } from './graph.ts';
import { inspect } from './inspect.ts';
import { marked } from './mark.ts';
import { readStack } from './read.ts';
import { told } from './told.ts';

/** Projects of one change that are told at most, as long as they are few services. */
const PROJECTS = 20;
const SERVICES = 1000;

export interface Sides {
  before: Project;
  after: Project;
  reviewed: ReadonlySet<string>;
  budget?: Budget | undefined;
}

/** Only projects that a reviewed file takes part in, or a removed one did, and of these only what is altered. */
export function projectChanges({ before, after, reviewed, budget }: Sides): ProjectChange[] {
  const old = new Map(before.composeProjects.map((loaded) => [loaded.files[0]?.path, loaded]));
  const earlier = (path: string) => after.source(path)?.previousPath ?? path;
  let left = SERVICES;
  const found: ProjectChange[] = [];
  for (const loaded of after.composeProjects) {
    const path = loaded.files[0]?.path ?? '';
    const was = old.get(path) ?? old.get(earlier(path));
    const gone = was?.parts.some((part) => !after.source(part)) ?? false;
    // The same loaded project: nothing that it was read from has changed.
    if (was === loaded || !(gone || touched(loaded, reviewed)) || !isWhole(loaded) || (was && !isWhole(was))) continue;
    left -= Object.keys(loaded.model.services ?? {}).length;
    if (found.length >= PROJECTS || left < 0) break;
    const change = changeOf(path, was ? readStack(was, before) : null, readStack(loaded, after), budget);
    if (change) found.push(change);
  }
  return found;
}

const touched = ({ parts }: LoadedProject, reviewed: ReadonlySet<string>) => parts.some((path) => reviewed.has(path));

/** What could not be read would seem removed. */
const isWhole = ({ wants, problems, model }: LoadedProject): boolean =>
  wants.length === 0 &&
  Object.keys(model.services ?? {}).length > 0 &&
  problems.every(({ stage, cause }) => cause === 'environment' || stage === 'consistency' || stage === 'environment');

type Stack = ReturnType<typeof readStack>;

function changeOf(path: string, was: Stack | null, now: Stack, budget: Budget | undefined): ProjectChange | null {
  const detail = detailOf(was ? [was, now] : [now]);
  const picture = graphOf(now, detail);
  const graph = was ? marked(graphOf(was, detail), picture) : picture;
  const remarks = told(was && inspect(was, budget), inspect(now, budget));
  return graph || remarks.length > 0 ? { path, ...(graph && { graph }), told: remarks } : null;
}
