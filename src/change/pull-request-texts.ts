// Texts of a commit by path: many blobs a GraphQL request; what is cut or looks binary there, in full by REST.
import type { GitHub, Repository } from '../github.ts';
import { FILE_BYTES, PULL_REQUEST_BYTES } from '../limits.ts';
import type { Notice, SourceFile } from '../model.ts';
import { decode } from './decode.ts';
import { type Answer, type Blob, type PullNode, queryObjects } from './pull-request-query.ts';

/** Blobs of one request: enough for nearly every pull request, few enough for GitHub's ten seconds. */
export const BLOBS_PER_REQUEST = 50;

export type Read = SourceFile | Notice | null;

export const isText = (read: Read | undefined): read is SourceFile => read !== null && read !== undefined && 'text' in read;
export const isRemark = (read: Read | undefined): read is Notice => read !== null && read !== undefined && 'message' in read;

export interface Texts {
  /** In the order of the expressions; `null`: there is no such file. */
  texts: Read[];
  pull: PullNode | null;
}

export interface Wish {
  commit: string;
  path: string;
}

/** Reads texts of one repository and counts their bytes together. */
export function textReader(github: GitHub, repository: Repository) {
  let room = PULL_REQUEST_BYTES;

  const whole = async (path: string, oid: string): Promise<SourceFile | Notice> => {
    const { data } = await github.request('GET /repos/{owner}/{repo}/git/blobs/{file_sha}', {
      owner: repository.owner,
      repo: repository.name,
      file_sha: oid,
    });
    return decode(path, Buffer.from(data.content, data.encoding === 'base64' ? 'base64' : 'utf8'));
  };

  const read = async (path: string, blob: Blob | null | undefined): Promise<Read> => {
    if (blob === undefined)
      return {
        kind: 'failure',
        about: path,
        message: 'GitHub did not give this file, for which it asks the permission `contents: read`: it was not reviewed.',
      };
    if (blob === null) return null;
    if (blob.byteSize > FILE_BYTES)
      return limit(path, `The file is larger than ${FILE_BYTES / 1024 / 1024} MiB and was not reviewed.`);
    room -= blob.byteSize;
    if (room < 0)
      return limit(
        path,
        `The files of this pull request have more than ${PULL_REQUEST_BYTES / 1024 / 1024} MiB together: this one was not reviewed.`,
      );
    const bytes = blob.text === null || blob.isBinary || blob.isTruncated ? null : Buffer.from(blob.text, 'utf8');
    // A length that differs tells of bytes that are no UTF-8, or of a cut byte order mark.
    const text = bytes?.length === blob.byteSize ? decode(path, bytes) : await whole(path, blob.oid);
    return 'text' in text && text.text.startsWith(LARGE_FILE)
      ? limit(path, 'The file is a Git LFS pointer: what it points to is not in the repository and was not reviewed.')
      : text;
  };

  /** `number`: the pull request to tell of in the first request. */
  return async (wishes: readonly Wish[], number: number | null = null): Promise<Texts> => {
    const answers: Answer[] = [];
    for (let at = 0; at === 0 ? number !== null || wishes.length > 0 : at < wishes.length; at += BLOBS_PER_REQUEST) {
      const expressions = wishes.slice(at, at + BLOBS_PER_REQUEST).map(({ commit, path }) => `${commit}:${path}`);
      answers.push(await queryObjects(github, repository, expressions, at === 0 ? number : null));
    }
    const blobs = answers.flatMap((answer) => answer.blobs);
    const texts: Read[] = [];
    for (const [i, { path }] of wishes.entries()) texts.push(await read(path, blobs[i]));
    return { texts, pull: answers[0]?.pull ?? null };
  };
}

export type TextReader = ReturnType<typeof textReader>;

/** https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md */
const LARGE_FILE = 'version https://git-lfs.github.com/spec/';

const limit = (about: string, message: string): Notice => ({ kind: 'limit', about, message });
