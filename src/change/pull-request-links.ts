// Symbolic links, which look like files of one line: told apart by the listing of the commit, asked for once and only where needed.
import { type GitHub, type Repository, refusal } from '../github.ts';
import { isText, type Read } from './pull-request-texts.ts';

/** Longest path that Linux follows. */
const LINK_LENGTH = 4_095;
const LINK = '120000';

export function linksAmong(github: GitHub, { owner, name: repo }: Repository, commit: string) {
  let listing: Promise<Listing | null> | null = null;
  let known: Listing | null = null;
  return {
    /** Every path of the commit, when it was needed and GitHub listed it whole. */
    tree: (): readonly string[] | null => known?.paths ?? null,
    /** The same, asked for; `null`: GitHub does not list it whole. */
    async whole(): Promise<readonly string[] | null> {
      listing ??= listTree(github, owner, repo, commit);
      known = await listing;
      return known?.paths ?? null;
    },
    /** The same reads, with a notice instead of each link. */
    async without(reads: readonly Read[]): Promise<Read[]> {
      if (!reads.some(couldBeLink)) return [...reads];
      listing ??= listTree(github, owner, repo, commit);
      known = await listing;
      return reads.map((read) =>
        isText(read) && known?.links.has(read.path)
          ? {
              kind: 'limit',
              about: read.path,
              message: 'The file is a symbolic link: what it leads to is reviewed where it lies.',
            }
          : read,
      );
    },
  };
}

const couldBeLink = (read: Read) =>
  isText(read) && read.text.length > 0 && read.text.length <= LINK_LENGTH && !read.text.includes('\n');

interface Listing {
  paths: string[] | null;
  links: ReadonlySet<string>;
}

/** A listing that is refused or cut leaves what it does not name as a file. */
async function listTree(github: GitHub, owner: string, repo: string, commit: string): Promise<Listing | null> {
  try {
    const { data } = await github.request('GET /repos/{owner}/{repo}/git/trees/{tree_sha}', {
      owner,
      repo,
      tree_sha: commit,
      recursive: '1',
    });
    const links = data.tree.filter(({ mode }) => mode === LINK).map(({ path }) => path);
    const paths = data.tree.filter(({ type }) => type === 'blob').map(({ path }) => path);
    return { paths: data.truncated ? null : paths, links: new Set(links) };
  } catch (error) {
    if (refusal(error).status === 404 || refusal(error).status === 409) return null;
    throw error;
  }
}
