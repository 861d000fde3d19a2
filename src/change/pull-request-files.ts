// The files that a pull request or a merge group changes, as GitHub lists them.
import { setTimeout as sleep } from 'node:timers/promises';
import { type GitHub, hasNextPage, type Repository, refusal } from '../github.ts';
import { type Hunk, parsePatch } from './patch.ts';

export interface ChangedFile {
  path: string;
  /** Id of the head's blob, or of the base's where the file is removed. */
  blob: string | null;
  kind: 'added' | 'removed' | 'changed';
  /** Its path on the base. */
  previousPath: string;
  /** `null`: GitHub gives no patch, for the file is binary or the patch too large; empty: not a line changed. */
  hunks: Hunk[] | null;
}

/** https://docs.github.com/rest/pulls/pulls#list-pull-requests-files */
const FILES_LISTED = 3_000;
const PER_PAGE = 100;
/** https://docs.github.com/rest/commits/commits#compare-two-commits */
const FILES_COMPARED = 300;
/** Before a list of another head is asked for again, in milliseconds. */
const SETTLING = 2_000;

export interface Listing {
  files: ChangedFile[];
  /** `false`: GitHub lists no more, though there may be. */
  complete: boolean;
}

export interface Sides {
  base: string;
  head: string;
}

/**
 * Of the pull request `number`, or of the commits alone where there is none, and where the token may not see pull requests.
 * Rejects as GitHub refuses.
 */
export async function changedFiles(
  github: GitHub,
  repository: Repository,
  number: number | null,
  sides: Sides,
): Promise<Listing> {
  if (number === null) return comparedFiles(github, repository, sides);
  try {
    const listing = await pullRequestFiles(github, repository, number);
    const older = listing.files.length === 0 || (listing.of !== null && listing.of !== sides.head);
    if (!older) return listing;
    // A read may be older than the push, and then it lacks what the push brought.
    await sleep(SETTLING);
    return await pullRequestFiles(github, repository, number);
  } catch (error) {
    const { status } = refusal(error);
    if (status !== 403 && status !== 404) throw error;
    return comparedFiles(github, repository, sides).catch(() => Promise.reject(error));
  }
}

async function comparedFiles(github: GitHub, { owner, name: repo }: Repository, { base, head }: Sides): Promise<Listing> {
  const { data } = await github.request('GET /repos/{owner}/{repo}/compare/{basehead}', {
    owner,
    repo,
    basehead: `${base}...${head}`,
    per_page: 1,
  });
  const files = (data.files ?? []).map(changedFile);
  return { files, complete: files.length < FILES_COMPARED };
}

async function pullRequestFiles(
  github: GitHub,
  { owner, name: repo }: Repository,
  number: number,
): Promise<Listing & { of: string | null }> {
  const files: ChangedFile[] = [];
  let of: string | null = null;
  for (let page = 1; page <= FILES_LISTED / PER_PAGE; page++) {
    const { data, headers } = await github.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', {
      owner,
      repo,
      pull_number: number,
      per_page: PER_PAGE,
      page,
    });
    files.push(...data.map(changedFile));
    of ??= headOf(data[0]?.contents_url);
    if (!hasNextPage(headers, data.length, PER_PAGE)) break;
  }
  // Of a longer list GitHub does not say that it goes on.
  return { files, complete: files.length < FILES_LISTED, of };
}

/** The commit that a file was listed from, which nothing but its address tells. */
const headOf = (address: string | undefined): string | null => /[?&]ref=([0-9a-f]{40,64})$/.exec(address ?? '')?.[1] ?? null;

interface Listed {
  filename: string;
  status: string;
  sha: string | null;
  changes: number;
  patch?: string;
  previous_filename?: string;
}

function changedFile({ filename, status, sha, changes, patch, previous_filename }: Listed): ChangedFile {
  const kind = status === 'removed' ? 'removed' : status === 'added' || status === 'copied' ? 'added' : 'changed';
  return {
    path: filename,
    blob: sha,
    kind,
    previousPath: status === 'renamed' ? (previous_filename ?? filename) : filename,
    hunks: patch ? parsePatch(patch) : changes === 0 && kind === 'changed' ? [] : null,
  };
}
