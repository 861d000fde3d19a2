// One GraphQL request for many blobs at once and, with the first, for the pull request and our threads on it.
import type { GitHub, Repository } from '../github.ts';

export interface Blob {
  oid: string;
  byteSize: number;
  isBinary: boolean | null;
  isTruncated: boolean;
  text: string | null;
}

interface Actor {
  __typename: string;
  login: string;
}

export interface ThreadNode {
  id: string;
  path: string;
  /** Of the head; `null`: outdated. */
  line: number | null;
  startLine: number | null;
  isResolved: boolean;
  resolvedBy: Actor | null;
  comments: {
    totalCount: number;
    nodes: ({ id: string; body: string; isMinimized: boolean; author: Actor | null } | null)[] | null;
  };
}

export interface ReviewNode {
  body: string;
  author: Actor | null;
}

export interface ThreadPage {
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
  nodes: (ThreadNode | null)[] | null;
}

export interface PullNode {
  headRefOid: string;
  state: 'OPEN' | 'CLOSED' | 'MERGED';
  reviewThreads: ThreadPage;
  /** The newest. */
  reviews: { nodes: (ReviewNode | null)[] | null } | null;
}

export interface Answer {
  /** `null`: the token may not see it. */
  pull: PullNode | null;
  /** In the order of the expressions; `null`: there is no such blob. `undefined`: GitHub did not say. */
  blobs: (Blob | null | undefined)[];
}

const ACTOR = '{ __typename login }';
const THREADS = `pageInfo { hasNextPage endCursor } nodes { id path line startLine isResolved resolvedBy ${ACTOR} comments(first: 10) { totalCount nodes { id body isMinimized author ${ACTOR} } } }`;
const PULL = `pullRequest(number: $number) { headRefOid state reviewThreads(first: 100) { ${THREADS} } reviews(last: 50) { nodes { body author ${ACTOR} } } }`;
const BLOB = '{ ... on Blob { oid byteSize isBinary isTruncated text } }';

/** `expressions`: `<commit>:<path>`, as variables, for paths are an attacker's text. */
export async function queryObjects(
  github: GitHub,
  { owner, name }: Repository,
  expressions: readonly string[],
  number: number | null,
): Promise<Answer> {
  const variables: Record<string, unknown> = { owner, name, ...(number !== null && { number }) };
  const declared = ['$owner: String!', '$name: String!', ...(number === null ? [] : ['$number: Int!'])];
  const fields = number === null ? [] : [PULL];
  expressions.forEach((expression, i) => {
    variables[`e${i}`] = expression;
    declared.push(`$e${i}: String!`);
    fields.push(`b${i}: object(expression: $e${i}) ${BLOB}`);
  });
  const query = `query(${declared.join(', ')}) { repository(owner: $owner, name: $name) { ${fields.join(' ')} } }`;
  const { repository, failed } = await ask(github, query, variables);
  return {
    pull: (repository.pullRequest as PullNode | null | undefined) ?? null,
    blobs: expressions.map((_, i) => {
      const blob = repository[`b${i}`] as Partial<Blob> | null | undefined;
      if (failed.has(`b${i}`)) return undefined;
      return blob?.oid === undefined ? null : (blob as Blob);
    }),
  };
}

/** The pull request as it is now. */
export async function queryPull(github: GitHub, repository: Repository, number: number): Promise<PullNode | null> {
  return (await queryObjects(github, repository, [], number)).pull;
}

/** Review threads after the first hundred. */
export async function queryThreads(
  github: GitHub,
  { owner, name }: Repository,
  number: number,
  after: string,
): Promise<ThreadPage | null> {
  const query = `query($owner: String!, $name: String!, $number: Int!, $after: String!) { repository(owner: $owner, name: $name) { pullRequest(number: $number) { reviewThreads(first: 100, after: $after) { ${THREADS} } } } }`;
  const { repository } = await ask(github, query, { owner, name, number, after });
  return (repository.pullRequest as { reviewThreads: ThreadPage } | null | undefined)?.reviewThreads ?? null;
}

/** GitHub answers with what it may show and names the fields that it may not; only an answer without a repository is an error. */
async function ask(
  github: GitHub,
  query: string,
  variables: Record<string, unknown>,
): Promise<{ repository: Record<string, unknown>; failed: ReadonlySet<unknown> }> {
  try {
    const data = await github.graphql<{ repository: Record<string, unknown> }>(query, variables);
    return { repository: data.repository, failed: new Set() };
  } catch (error) {
    const { data, errors } = Object(error) as {
      data?: { repository?: Record<string, unknown> | null };
      errors?: { path?: unknown[] }[];
    };
    if (!data?.repository) throw error;
    return { repository: data.repository, failed: new Set(errors?.map(({ path }) => path?.[1])) };
  }
}
