// What keeps Compose from loading a project, and what was left out on purpose.
import { code } from '../schema-words.ts';
import { PROBLEMS } from './limits.ts';
import type { Place, Value } from './value.ts';
import { unsetIn } from './value.ts';

/** In the order in which Compose comes to them; `environment`: when it reads the `env_file`s of services. */
export type Stage = 'read' | 'variables' | 'schema' | 'form' | 'type' | 'consistency' | 'environment';

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
  /** Each file alone is right: they do not go together. */
  together?: boolean;
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
  cause?: LoadProblem['cause'];
}

export type Tell = (stage: Stage, code: string, at: Place, message: string, more?: Told) => void;

/** Problems of values in which an unset variable was read as nothing are those of the environment, whatever they look like. */
export function teller(problems: LoadProblem[]): Tell {
  return (stage, word, at, message, { hint, related, of, cause = 'file' } = {}) => {
    if (problems.length >= PROBLEMS) return;
    const unset = of ? unsetIn(of) : [];
    if (unset.length > 0) {
      problems.push({ stage, code: 'unset-variable', at, message: unsetMessage(unset), cause: 'environment' });
    } else problems.push({ stage, code: word, at, message, cause, ...(hint && { hint }), ...(related && { related }) });
  };
}

function unsetMessage(names: readonly string[]): string {
  const words = names.slice(0, 3).map((name) => code(name));
  const listed = words.length > 1 ? `${words.slice(0, -1).join(', ')} and ${words.at(-1)}` : words[0];
  return `Nothing sets ${listed}, and without a value Compose refuses this: who starts the project must set ${words.length > 1 ? 'them' : 'it'}.`;
}
