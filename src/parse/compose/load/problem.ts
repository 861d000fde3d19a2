// What keeps Compose from loading a project, and what was left out on purpose.
import type { Place, Value } from './value.ts';
import { unsetIn } from './value.ts';

/** In the order in which Compose comes to them. */
export type Stage = 'read' | 'variables' | 'schema' | 'form' | 'type' | 'consistency';

export interface LoadProblem {
  stage: Stage;
  /** Short kebab word: `missing-file`, `undefined-reference`, `required-variable`, … */
  code: string;
  at: Place;
  message: string;
  hint?: string;
  /** `environment`: a person must provide something outside the repository; the files may well be right. */
  cause: 'file' | 'environment';
  related?: { at: Place; message: string };
}

/** Something that is never followed, such as a remote file, or more than a cap allows. */
export interface LoadLimit {
  at: Place;
  message: string;
}

export interface Told {
  hint?: string;
  related?: LoadProblem['related'];
  /** The value that is wrong, when `at` is only a part of it or beside it: were its variables set, it might be right. */
  of?: Value;
}

export type Tell = (stage: Stage, code: string, at: Place, message: string, more?: Told) => void;

/** Problems of values in which an unset variable was read as nothing are those of the environment. */
export function teller(problems: LoadProblem[]): Tell {
  return (stage, code, at, message, { hint, related, of } = {}) => {
    const unset = of ? unsetIn(of) : [];
    const problem: LoadProblem = { stage, code, at, message, cause: unset.length > 0 ? 'environment' : 'file' };
    if (hint) problem.hint = hint;
    if (unset.length > 0) {
      const names = unset.slice(0, 3).map((name) => `\`${name}\``);
      problem.hint = `Nothing sets ${names.join(', ')}: set it in \`.env\` or the environment, or give it a default.`;
    }
    if (related) problem.related = related;
    problems.push(problem);
  };
}
