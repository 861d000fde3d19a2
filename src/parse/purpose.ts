// What a file is for, as far as its path says: development and tests, or examples and copies that nobody runs for others.

/** One of these words, as a whole: words of a path stand between `/`, `.`, `_` and `-`. */
const anyOf = (words: string) => new RegExp(`(?:^|[/._-])(?:${words})(?![^/._-])`, 'i');

const FOLDER = /(?:^|\/)\.(?:devcontainer|github|gitlab|circleci|buildkite|kokoro)\//;
const DEVELOPMENT = anyOf('ci|dev|devcontainer|devel|develop|development|test|testing|tests');
const ASIDE = anyOf(
  'bench|benchmarks?|course|cypress|debug|demos?|docs?|documentation|e2e|examples?|exercises?|answers?|experiments?|fixtures?|gitpod|integration|labs?|lessons?|local|mocks?|override|playground|playwright|poc|quickstarts?|samples?|showcase|testdata|tutorials?|workshops?',
);
const KEPT =
  /(?:^|\/)(?:_?archived?|_site|(?:[\w.]{1,40}-){0,4}20[0-3]\d|(?:[\w.]{1,40}-){0,4}issue-\d{1,7}|deprecated|node_modules|third[_-]party|unmaintained|unsupported(?:_\w{1,40})?|vendor)\//i;
const BUILDER = anyOf('builders?|buildenv|buildpack|packaging|toolchain');
const MAX_PATH = 4096;

const hasWord = (path: string, words: RegExp): boolean => words.test(path.length > MAX_PATH ? path.slice(-MAX_PATH) : path);

/** Whether a path, or the name of a part, says that it is for those who work on the project: `.devcontainer/Dockerfile`, `Dockerfile.dev`. */
export const namesDevelopment = (path: string): boolean => FOLDER.test(path) || hasWord(path, DEVELOPMENT);

/** Whether a file lies among copies from elsewhere or among what is built, archived, of a past year or made to show one issue: it is kept, not changed. */
export const isOnlyKept = (path: string): boolean => KEPT.test(path);

/** Whether a path says that what it describes builds other things. */
export const namesBuilder = (path: string): boolean => hasWord(path, BUILDER);

/** Whether nothing in the path says that what it describes is only developed, tested, shown or copied from elsewhere. */
export const isForProduction = (path: string): boolean => !namesDevelopment(path) && !isOnlyKept(path) && !hasWord(path, ASIDE);
