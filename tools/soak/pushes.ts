// What people push: parts of the real commit, its reverse, moves, removals, rebases, suggestions that they accept.
import type { GitHub, PullRequest } from '../../test/github/github.ts';
import { SuggestionRefused } from '../../test/github/github.ts';
import type { Commit, Files } from './commits.ts';
import type { Random } from './random.ts';

export interface Branch {
  pull: PullRequest;
  commit: Commit;
  /** What it holds now, of the files that the commit knows. */
  files: Files;
}

export const BRANCH = 'change';

type Push = (github: GitHub, branch: Branch, random: Random, round: number) => Promise<void>;

const isDockerfile = (path: string) => /dockerfile/i.test(path);

const write: Push = async (github, branch, random) => {
  const path = random.one(Object.keys(branch.commit.after));
  const text = (random.chance(0.6) ? branch.commit.after : branch.commit.before)[path] ?? branch.commit.after[path] ?? '';
  await push(github, branch, { ...branch.files, [path]: text });
};

const worsen: Push = async (github, branch, random, round) => {
  const path = random.one(Object.keys(branch.files).filter(isDockerfile).concat('extra/Dockerfile'));
  const text = branch.files[path] ?? 'FROM debian:13.1\n';
  await push(github, branch, { ...branch.files, [path]: `${text}${text.endsWith('\n') ? '' : '\n'}RUN sudo task-${round}\n` });
};

const shift: Push = async (github, branch, _, round) => {
  const [path = 'extra/Dockerfile', text = 'FROM debian:13.1\n'] = Object.entries(branch.files)[0] ?? [];
  await push(github, branch, {
    ...branch.files,
    [path]: text.startsWith('# ') ? `# ${round}\n${text}` : `# moved\n# ${round}\n${text}`,
  });
};

const move: Push = async (github, branch, random, round) => {
  const path = random.one(Object.keys(branch.files));
  const { [path]: text = '', ...others } = branch.files;
  await push(github, branch, { ...others, [`moved-${round}/${path.slice(path.lastIndexOf('/') + 1)}`]: text });
};

const remove: Push = async (github, branch, random, round) => {
  const path = random.one(Object.keys(branch.files));
  const { [path]: _, ...others } = branch.files;
  await (Object.keys(others).length > 0 ? push(github, branch, others) : shift(github, branch, random, round));
};

const rebase: Push = async (github, branch, _, round) => {
  const { repository } = branch.pull;
  const main = await github.commit(repository, 'main', { files: { [`main-${round}.txt`]: `${round}\n` } });
  await push(github, branch, branch.files, main);
};

const accept: Push = async (github, branch, random, round) => {
  const offers = github
    .stateOf(branch.pull)
    .threads.filter(({ current, comments }) => current && comments[0]?.body.includes('```suggestion'));
  try {
    await github.applySuggestion(random.one(offers).comments[0]?.id ?? 0);
  } catch (error) {
    if (!(error instanceof SuggestionRefused) && !(error instanceof RangeError)) throw error;
    return shift(github, branch, random, round);
  }
  for (const path of Object.keys(branch.files))
    branch.files[path] = String((await github.file(branch.pull.repository, BRANCH, path)) ?? '');
};

const PUSHES: readonly Push[] = [write, write, worsen, shift, move, remove, rebase, accept, accept];

export const pushSomething: Push = (github, branch, random, round) => random.one(PUSHES)(github, branch, random, round);

async function push(github: GitHub, branch: Branch, files: Files, onto?: string): Promise<void> {
  const { repository } = branch.pull;
  const before = onto === undefined ? branch.files : branch.commit.before;
  const gone = Object.keys(before).filter((path) => !Object.hasOwn(files, path));
  branch.files = files;
  await github.push(repository, BRANCH, { files, delete: gone, ...(onto !== undefined && { onto }) });
}
