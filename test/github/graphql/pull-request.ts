// Pull requests as GraphQL objects.
import { readCommit } from '../objects.ts';
import { filesOf, mergeBaseOf, pullPage } from '../shapes/pull.ts';
import type { Fields, PullRequest } from '../world.ts';
import { actorObject } from './actors.ts';
import { connection } from './connection.ts';
import type { Session } from './execute.ts';
import { commitObject } from './git-objects.ts';
import { refOf, repositoryObject } from './repository.ts';
import { issueCommentObject, reviewObject, threadObject } from './reviews.ts';

const CHANGE = { added: 'ADDED', removed: 'DELETED', modified: 'MODIFIED', renamed: 'RENAMED', changed: 'CHANGED' } as const;

export function pullObject(session: Session, pull: PullRequest): Fields {
  const { caller } = session;
  const url = pullPage(session.world, pull);
  const sum = async (what: 'additions' | 'deletions'): Promise<number> =>
    (await filesOf(pull)).reduce((all, file) => all + file[what], 0);
  return {
    __typename: 'PullRequest',
    id: pull.nodeId,
    databaseId: pull.id,
    fullDatabaseId: String(pull.id),
    number: pull.number,
    title: pull.title,
    body: pull.body ?? '',
    state: pull.mergedAt ? 'MERGED' : pull.state.toUpperCase(),
    isDraft: pull.draft,
    closed: pull.state === 'closed',
    merged: pull.mergedAt !== null,
    locked: false,
    createdAt: pull.createdAt,
    updatedAt: pull.updatedAt,
    closedAt: pull.closedAt,
    mergedAt: pull.mergedAt,
    mergeable: 'MERGEABLE',
    url,
    resourcePath: new URL(url).pathname,
    author: actorObject(session, pull.author),
    viewerDidAuthor: caller.account === pull.author,
    headRefOid: pull.head.sha,
    headRefName: pull.head.branch,
    baseRefOid: pull.base.sha,
    baseRefName: pull.base.branch,
    isCrossRepository: pull.head.repository !== pull.repository,
    repository: () => repositoryObject(session, pull.repository),
    baseRepository: () => repositoryObject(session, pull.repository),
    headRepository: () => repositoryObject(session, pull.head.repository),
    headRepositoryOwner: () => actorObject(session, pull.head.repository.owner),
    headRef: () => refOf(session, pull.head.repository, pull.head.branch),
    baseRef: () => refOf(session, pull.repository, pull.base.branch),
    maintainerCanModify: pull.head.repository !== pull.repository,
    additions: () => sum('additions'),
    deletions: () => sum('deletions'),
    changedFiles: async () => (await filesOf(pull)).length,
    reviewThreads: (args: Fields) => {
      const visible = [...pull.threads.values()].filter(
        ({ comments: [first] }) => first && (first.review.state !== 'PENDING' || first.author === caller.account),
      );
      return connection('reviewThreads', args, visible, (thread) => threadObject(session, thread));
    },
    reviews: (args: Fields) => {
      const { states } = args as { states?: string[] | null };
      const visible = [...pull.reviews.values()]
        .filter((review) => review.state !== 'PENDING' || review.author === caller.account)
        .filter((review) => !states || states.includes(review.state));
      return connection('reviews', args, visible, (review) => reviewObject(session, review));
    },
    comments: (args: Fields) =>
      connection('comments', args, [...pull.comments.values()], (comment) => issueCommentObject(session, comment)),
    files: async (args: Fields) =>
      connection('files', args, (await filesOf(pull)).slice(0, 3000), (file) => ({
        path: file.path,
        additions: file.additions,
        deletions: file.deletions,
        changeType: CHANGE[file.status],
        viewerViewedState: 'UNVIEWED',
      })),
    commits: async (args: Fields) => {
      const { git } = pull.repository;
      const shas = await git.between(await mergeBaseOf(pull), pull.head.sha);
      const commits = (await Promise.all(shas.map((sha) => readCommit(git, sha)))).filter((commit) => commit !== null);
      return connection('commits', args, commits, (commit) => ({
        id: `PURC_${commit.sha}`,
        commit: () => commitObject(session, pull.repository, commit),
        pullRequest: () => pullObject(session, pull),
      }));
    },
  };
}
