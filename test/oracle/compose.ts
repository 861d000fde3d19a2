// Compares a Compose project as we load it with what Compose says of it.
import type { LoadedProject } from '../../src/parse/compose/load/load.ts';
import { lineIndex, lineStarts } from '../../src/text.ts';
import type { ComposeView } from './answer.ts';
import { type Difference, shown } from './difference.ts';

const MAX_DIFFERENCES = 12;

/** Empty when both say the same. */
export function compareCompose(project: LoadedProject, theirs: ComposeView): Difference[] {
  // The judge does not read the env files of services.
  const problem = project.problems.find(({ stage }) => stage !== 'environment');
  if (theirs.error !== undefined) {
    const ours = project.limits.length > 0 ? 'loaded without what is not followed' : 'loaded';
    return problem ? [] : [{ of: 'verdict', line: 0, ours, theirs: shown(theirs.error) }];
  }
  if (problem) {
    const text = project.files.find(({ path }) => path === problem.at.path)?.source.text ?? '';
    const line = lineIndex(lineStarts(text), problem.at.range.start) + 1;
    return [{ of: 'verdict', line, ours: `${problem.code}: ${shown(problem.message)}`, theirs: 'loaded' }];
  }
  return compareModels(JSON.parse(JSON.stringify(project.model)), theirs.model);
}

/** Where two models as Compose prints them differ: `model.services.web.image`. */
export function compareModels(ours: unknown, theirs: unknown): Difference[] {
  const differences: Difference[] = [];
  compareValues(ours, theirs, 'model', differences);
  return differences;
}

function compareValues(ours: unknown, theirs: unknown, path: string, differences: Difference[]): void {
  if (differences.length >= MAX_DIFFERENCES || JSON.stringify(ours) === JSON.stringify(theirs)) return;
  if (isObject(ours) && isObject(theirs)) {
    for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)]))
      compareValues(ours[key], theirs[key], `${path}.${key}`, differences);
  } else if (Array.isArray(ours) && Array.isArray(theirs) && ours.length === theirs.length) {
    for (const [index, item] of ours.entries()) compareValues(item, theirs[index], `${path}[${index}]`, differences);
  } else differences.push({ of: path, line: 0, ours: shown(ours), theirs: shown(theirs) });
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
