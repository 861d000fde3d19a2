// Applies suggestions as GitHub's "Commit suggestion" button does: the commented lines of the head become the suggestion's lines.
import { blobAt } from './objects.ts';
import { branchMoved } from './pulls.ts';
import { signatureOf, webFlow } from './shapes/commit.ts';
import type { Account, PullRequest, ReviewComment, World } from './world.ts';
import { writeCommit } from './write-commit.ts';

/** Why a suggestion cannot be applied, in the words under GitHub's button. */
export class SuggestionRefused extends Error {}

interface Change {
  path: string;
  start: number;
  end: number;
  lines: string[];
}

/** The lines of a comment's first suggestion block; null where it has none. */
export function suggestedLines(body: string): string[] | null {
  const lines = body.replaceAll('\r\n', '\n').split('\n');
  const open = lines.findIndex((line) => /^ {0,3}(`{3,}|~{3,}) *suggestion\s*$/.test(line));
  const fence = /(`{3,}|~{3,})/.exec(lines[open] ?? '')?.[1];
  if (open < 0 || fence === undefined) return null;
  const closes = (line: string): boolean => {
    const mark = /^ {0,3}(`{3,}|~{3,}) *$/.exec(line)?.[1];
    return mark !== undefined && mark[0] === fence[0] && mark.length >= fence.length;
  };
  const close = lines.findIndex((line, at) => at > open && closes(line));
  return lines.slice(open + 1, close < 0 ? lines.length : close);
}

function changeOf(comment: ReviewComment): Change {
  const { thread, review } = comment;
  const lines = suggestedLines(comment.body);
  if (!lines) throw new SuggestionRefused('The comment has no suggestion.');
  if (thread.pull.state === 'closed')
    throw new SuggestionRefused('Suggestions cannot be applied while the pull request is closed.');
  if (review.state === 'PENDING') throw new SuggestionRefused('Suggestions cannot be applied from pending reviews.');
  const { current, original } = thread;
  if (original.side === 'LEFT' || original.startSide === 'LEFT')
    throw new SuggestionRefused('Applying suggestions on deleted lines is not supported.');
  if (!current || current.line === null)
    throw new SuggestionRefused('This suggestion is invalid because the comment is outdated or on no line.');
  return { path: thread.path, start: current.startLine ?? current.line, end: current.line, lines };
}

/** A file's lines, each with its ending. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

function replace(text: string, changes: readonly Change[]): string {
  const lines = linesOf(text);
  for (const { start, end, lines: wanted } of changes.toSorted((one, other) => other.start - one.start)) {
    const old = lines.slice(start - 1, end);
    const ending = old[0]?.endsWith('\r\n') ? '\r\n' : '\n';
    const last = old.at(-1)?.endsWith('\n') !== false;
    const fresh = wanted.map((line, at) => line + (at < wanted.length - 1 || last ? ending : ''));
    if (fresh.join('') === old.join('')) throw new SuggestionRefused('Suggestions cannot be applied as they change nothing.');
    lines.splice(start - 1, end - start + 1, ...fresh);
  }
  return lines.join('');
}

/** Applies one suggestion, or a batch in one commit; gives the commit's SHA. All or nothing. */
export async function applySuggestions(
  world: World,
  pull: PullRequest,
  comments: readonly ReviewComment[],
  by: Account,
): Promise<string> {
  const changes = comments.map(changeOf);
  const overlap = changes.some((one, at) =>
    changes.slice(at + 1).some((other) => one.path === other.path && one.start <= other.end && other.start <= one.end),
  );
  if (overlap) throw new SuggestionRefused('Only one suggestion per line can be applied in a batch.');
  const { repository, branch, sha: head } = pull.head;
  const files: Record<string, Buffer> = {};
  for (const [path, ofFile] of Map.groupBy(changes, ({ path }) => path)) {
    const data = await blobAt(repository.git, head, path);
    if (!data) throw new SuggestionRefused(`${path} is no file at the head.`);
    files[path] = Buffer.from(replace(data.toString('utf8'), ofFile));
  }
  const authors = new Set(comments.map(({ author }) => author));
  const credits = [...authors]
    .filter((author) => author !== by)
    .map((author) => {
      const { name, email } = signatureOf(author);
      return `Co-authored-by: ${name} <${email}>`;
    });
  const title = comments.length === 1 ? `Update ${changes[0]?.path}` : 'Apply suggestions from code review';
  const message = [title, ...(credits.length > 0 ? [credits.join('\n')] : [])].join('\n\n');
  const sha = await writeCommit(repository.git, branch, {
    parent: head,
    changes: { files },
    message,
    author: signatureOf(by),
    committer: webFlow(),
  });
  await branchMoved(world, repository, branch, head, sha, by);
  for (const { thread } of comments) thread.resolvedBy = by;
  return sha;
}
