// A bare Git repository on disk, driven by the git command line: the only place that starts a git process.
import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { appendFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ObjectReader } from './object-reader.ts';

const ENVIRONMENT = {
  ...process.env,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  LC_ALL: 'C',
  GIT_TERMINAL_PROMPT: '0',
};

export interface GitObject {
  sha: string;
  type: 'blob' | 'tree' | 'commit' | 'tag';
  data: Buffer;
}

/** Runs git in a folder; resolves to its standard output, rejects with its standard error. `allow` lists other exit codes that are answers. */
export function git(
  directory: string,
  args: readonly string[],
  input?: Buffer | string,
  allow: readonly number[] = [],
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child: ChildProcessWithoutNullStreams = spawn('git', args, { cwd: directory, env: ENVIRONMENT });
    const out: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0 || (code !== null && allow.includes(code))) resolve(Buffer.concat(out));
      else reject(new Error(`git ${args[0]}: ${Buffer.concat(errors).toString('utf8').trim() || `exit code ${code}`}`));
    });
    child.stdin.on('error', () => {});
    child.stdin.end(input ?? '');
  });
}

export class GitRepository {
  readonly directory: string;
  readonly #reader: ObjectReader;
  readonly #answers = new Map<string, Promise<unknown>>();

  private constructor(directory: string) {
    this.directory = directory;
    this.#reader = new ObjectReader(directory, ENVIRONMENT);
  }

  /** A new, empty, bare repository, as `git init` makes one without hooks, but without its process. */
  static async create(directory: string, branch: string): Promise<GitRepository> {
    await Promise.all(
      ['objects/info', 'objects/pack', 'refs/heads'].map((folder) => mkdir(join(directory, folder), { recursive: true })),
    );
    await writeFile(join(directory, 'HEAD'), `ref: refs/heads/${branch}\n`);
    await writeFile(join(directory, 'config'), '[core]\n\trepositoryformatversion = 0\n\tbare = true\n');
    return new GitRepository(directory);
  }

  /** A fork: its own refs, the parent's objects. */
  static async fork(parent: GitRepository, directory: string, branch: string): Promise<GitRepository> {
    const fork = await GitRepository.create(directory, branch);
    await appendFile(join(directory, 'objects', 'info', 'alternates'), `${join(parent.directory, 'objects')}\n`);
    await fork.fetch(parent, `refs/heads/${branch}`, `refs/heads/${branch}`);
    return fork;
  }

  run(args: readonly string[], input?: Buffer | string, allow?: readonly number[]): Promise<Buffer> {
    return git(this.directory, args, input, allow);
  }

  /** The object that a SHA or a ref names; null where there is none. */
  object(name: string): Promise<GitObject | null> {
    return this.#reader.read(name);
  }

  /** The commit that a SHA, branch, tag or ref names. */
  async commitOf(name: string): Promise<string | null> {
    if (!/^[^\s^~:?*[\\]+$/.test(name) || name.startsWith('-')) return null;
    if (/^[0-9a-f]{40}$/.test(name)) return (await this.object(name))?.type === 'commit' ? name : null;
    for (const full of name.startsWith('refs/') ? [name] : [`refs/heads/${name}`, `refs/tags/${name}`, name]) {
      const found = await this.object(`${full}^{commit}`);
      if (found) return found.sha;
    }
    return null;
  }

  async refs(prefix: string): Promise<{ ref: string; sha: string; type: string }[]> {
    const out = await this.run(['for-each-ref', '--format=%(refname) %(objectname) %(objecttype)', prefix]);
    return out
      .toString('utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split(' '))
      .map(([ref = '', sha = '', type = '']) => ({ ref, sha, type }));
  }

  async setRef(ref: string, sha: string): Promise<void> {
    await this.run(['update-ref', ref, sha]);
  }

  async deleteRef(ref: string): Promise<void> {
    await this.run(['update-ref', '-d', ref]);
  }

  async fetch(from: GitRepository, source: string, target: string): Promise<void> {
    await this.run(['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', from.directory, `+${source}:${target}`]);
  }

  /** Of two SHAs; null where they have no common ancestor. */
  mergeBase(one: string, other: string): Promise<string | null> {
    if (one === other) return Promise.resolve(one);
    return this.#once(`merge-base ${one} ${other}`, async () => {
      return (await this.run(['merge-base', one, other], '', [1])).toString('utf8').trim() || null;
    });
  }

  /** What is asked of SHAs alone never changes, so it is asked once. */
  #once<T>(question: string, ask: () => Promise<T>): Promise<T> {
    const known = this.#answers.get(question) as Promise<T> | undefined;
    const answer = known ?? ask();
    this.#answers.set(question, answer);
    return answer;
  }

  async isAncestor(older: string, newer: string): Promise<boolean> {
    return older === newer || (await this.mergeBase(older, newer)) === older;
  }

  /** SHAs reachable from `to` and not from `from`, oldest first. */
  between(from: string, to: string): Promise<string[]> {
    return this.#once(`between ${from} ${to}`, async () => {
      const out = await this.run(['rev-list', '--reverse', '--topo-order', `${from}..${to}`]);
      return out.toString('utf8').split('\n').filter(Boolean);
    });
  }

  write(type: 'blob' | 'commit', data: Buffer): Promise<string> {
    return this.run(['hash-object', '-w', '--literally', '-t', type, '--stdin'], data).then((out) => out.toString('utf8').trim());
  }

  close(): void {
    this.#reader.close();
  }
}
