// Runs git's plumbing so that nothing of the repository, its settings or the environment is run along with it.
import { execa } from 'execa';
import { FILE_BYTES } from '../../limits.ts';

/** Standard output, or what git complained about. */
export type Answer = { ok: true; out: Buffer } | { ok: false; why: string };
export type Git = (args: readonly string[], input?: string) => Promise<Answer>;

// Larger files count as binary for git, and have no lines to tell.
const BIG = `core.bigFileThreshold=${FILE_BYTES}`;
const OUTPUT = 512 * 1024 * 1024;

// Hooks, file watchers, pagers, and helpers that fetch: none of them has any business in a review.
const SAFE = [
  '--no-pager',
  '--literal-pathspecs',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'core.quotePath=true',
  '-c',
  'diff.external=',
  '-c',
  BIG,
  '-c',
  'protocol.allow=never',
];
const ENVIRONMENT = {
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  LC_ALL: 'C',
};

export function gitIn(cwd: string, environment: Readonly<Record<string, string | undefined>>): Git {
  const kept = Object.fromEntries(Object.entries(environment).filter(([name]) => !/^GIT_/i.test(name)));
  return async (args, input) => {
    const { failed, stdout, stderr, code } = await execa('git', [...SAFE, ...args], {
      cwd,
      env: { ...kept, ...ENVIRONMENT },
      extendEnv: false,
      encoding: 'buffer',
      stripFinalNewline: false,
      maxBuffer: OUTPUT,
      reject: false,
      input: input ?? '',
    });
    if (!failed) return { ok: true, out: Buffer.from(stdout) };
    return {
      ok: false,
      why:
        code === 'ENOENT'
          ? 'git is not installed'
          : (Buffer.from(stderr ?? [])
              .toString('utf8')
              .trim()
              .split('\n')[0] ?? ''),
    };
  };
}

/** One line of an answer; `null` when git refused. */
export async function line(git: Git, ...args: string[]): Promise<string | null> {
  const answer = await git(args);
  return answer.ok ? answer.out.toString('utf8').trim() : null;
}
