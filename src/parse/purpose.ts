// What a file is for, as far as its path says: development and tests, or examples and copies that nobody runs for others.

const FOLDER = /(?:^|\/)\.(?:devcontainer|github|gitlab|circleci|buildkite|kokoro)\//;
const DEVELOPMENT = /^(?:ci|dev|devcontainer|devel|develop|development|test|testing|tests)$/i;
const ASIDE =
  /^(?:archived?|bench|benchmarks?|course|cypress|debug|demos?|docs?|documentation|e2e|examples?|exercises?|experiments?|fixtures?|gitpod|integration|labs?|lessons?|local|mocks?|override|playground|playwright|poc|quickstarts?|samples?|showcase|testdata|tutorials?|vendor|workshops?)$/i;
const MAX_PATH = 4096;

const hasWord = (path: string, words: RegExp): boolean =>
  path
    .slice(-MAX_PATH)
    .split(/[/._-]/)
    .some((word) => words.test(word));

/** Whether a path, or the name of a part, says that it is for those who work on the project: `.devcontainer/Dockerfile`, `Dockerfile.dev`. */
export const namesDevelopment = (path: string): boolean => FOLDER.test(path) || hasWord(path, DEVELOPMENT);

/** Whether nothing in the path says that what it describes is only developed, tested, shown or copied from elsewhere. */
export const isForProduction = (path: string): boolean => !namesDevelopment(path) && !hasWord(path, ASIDE);
