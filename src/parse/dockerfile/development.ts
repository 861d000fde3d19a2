// Whether an image is for those who work on the project, and never leaves their machines or the tests.
import type { Dockerfile } from './model.ts';
import { shippedStages } from './shipped.ts';

const FOLDER = /(?:^|\/)\.(?:devcontainer|github|gitlab|circleci|buildkite|kokoro)\//;
const WORD = /^(?:ci|dev|devcontainer|devel|develop|development|test|testing|tests)$/i;
const MAX_PATH = 4096;

const saysSo = (name: string): boolean => name.split(/[/._-]/).some((word) => WORD.test(word));

/** By its path (`.devcontainer/Dockerfile`, `Dockerfile.dev`) or by the name of a stage that the last one builds on. */
export function isForDevelopment(file: Dockerfile): boolean {
  if (FOLDER.test(file.path) || saysSo(file.path.slice(-MAX_PATH))) return true;
  return [...shippedStages(file)].some(({ name }) => name !== null && saysSo(name.value));
}
