// The files that a pull request changes, as GitHub lists them.
import type { GitHub, Repository } from '../github.ts';
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

/** All pages. `complete` is false when GitHub lists no more, though there may be. Rejects as GitHub refuses. */
export async function changedFiles(
  github: GitHub,
  { owner, name: repo }: Repository,
  number: number,
): Promise<{ files: ChangedFile[]; complete: boolean }> {
  const files: ChangedFile[] = [];
  for (let page = 1; page <= FILES_LISTED / PER_PAGE; page++) {
    const { data } = await github.request('GET /repos/{owner}/{repo}/pulls/{pull_number}/files', {
      owner,
      repo,
      pull_number: number,
      per_page: PER_PAGE,
      page,
    });
    files.push(...data.map(changedFile));
    if (data.length < PER_PAGE) return { files, complete: true };
  }
  return { files, complete: false };
}

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
