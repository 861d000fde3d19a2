// The Action's inputs, as action.yml documents them, checked.
import path from 'node:path';
import { SETTINGS_PATH } from '../../config/paths.ts';
import type { Overrides } from '../../config/read.ts';
import { PRESETS, SCOPES } from '../../model.ts';
import { sha256 } from '../../sha256.ts';

export interface Inputs {
  token: string;
  login: string;
  /** Marks what this job posts: another job with other inputs ends none of its conversations. */
  speaker: string;
  /** Where the settings lie, from the root of the repository; `null`: the usual place. */
  config: string | null;
  overrides: Overrides;
  /** Relative to the working directory; empty: all of it. */
  paths: string[];
  sarifFile: string | null;
  review: 'auto' | 'never';
  /** From the root of the checkout, with `/`; empty: the root. */
  workingDirectory: string;
}

const LEVELS = ['error', 'warning', 'info', 'never'] as const;
const REVIEW = ['auto', 'never'] as const;

/** The inputs, or the sentence that says which is wrong and what it can be. */
export function readInputs(get: (name: string) => string): Inputs | string {
  const preset = oneOf('preset', get('preset'), PRESETS);
  const failOn = oneOf('fail-on', get('fail-on'), LEVELS);
  const scope = oneOf('scope', get('scope'), SCOPES);
  const review = oneOf('review', get('review') || 'auto', REVIEW);
  const wrong = [preset, failOn, scope, review].find((value) => typeof value === 'object' && value !== null);
  if (wrong) return wrong.problem;
  const workingDirectory = inside(get('working-directory') || '.');
  const config = get('config') === '' ? null : inside(get('config'));
  const paths = get('paths').split(/\s+/).filter(Boolean).map(inside);
  if (workingDirectory === null || (get('config') !== '' && config === null) || paths.includes(null))
    return 'working-directory, config and paths must lie inside of the checkout: give them relative to it.';
  return {
    token: get('token'),
    login: get('login') || 'github-actions[bot]',
    speaker: speakerOf([get('preset'), get('scope'), config ?? '', workingDirectory, ...paths.map(String)]),
    config: config === SETTINGS_PATH ? null : config,
    overrides: {
      ...(typeof preset === 'string' && { preset }),
      ...(typeof failOn === 'string' && { failOn }),
      ...(typeof scope === 'string' && { scope }),
    },
    paths: paths.filter((one) => one !== null),
    sarifFile: get('sarif-file') || null,
    review: review === 'never' ? 'never' : 'auto',
    workingDirectory,
  };
}

/** Of what is asked that decides what is found; without any of it there is nothing to keep apart. */
const speakerOf = (asked: readonly string[]): string =>
  asked.every((one) => one === '' || one === SETTINGS_PATH) ? 'action' : `action.${sha256(asked.join('\n')).slice(0, 8)}`;

/** Whether a path is one of these, or lies in one; `''` is the root. */
export const isUnder = (file: string, paths: readonly string[]): boolean =>
  paths.some((one) => one === '' || file === one || file.startsWith(`${one}/`));

interface Wrong {
  problem: string;
}

function oneOf<T extends string>(name: string, value: string, values: readonly T[]): T | Wrong | null {
  if (value === '') return null;
  return values.find((one) => one === value) ?? { problem: `The input ${name} is "${value}"; it can be ${values.join(', ')}.` };
}

/** A relative path in its shortest form, `''` for the root; `null` when it leads outside. */
function inside(given: string): string | null {
  const normal = path.posix.normalize(given.replaceAll('\\', '/')).replace(/\/$/, '');
  if (path.posix.isAbsolute(normal) || path.win32.isAbsolute(normal) || normal === '..' || normal.startsWith('../')) return null;
  return normal === '.' ? '' : normal;
}
