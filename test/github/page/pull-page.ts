// A pull request's page: what was posted there, as GitHub would show it.
import { filesOf } from '../shapes/pull.ts';
import { fullName } from '../shapes/repository.ts';
import type { IssueComment, PullRequest, Review, World } from '../world.ts';
import { Html, html } from './html.ts';
import { markdown } from './markdown.ts';
import { checkRunPart, commentPart, filePart, outdatedPart, reviewPart } from './parts.ts';
import { STYLE } from './style.ts';

/** A page need not show more of a huge pull request. */
const MOST_FILES = 300;

const isReview = (one: Review | IssueComment): one is Review => 'submittedAt' in one;

async function pullPage(pull: PullRequest): Promise<string> {
  const files = await filesOf(pull);
  const threads = [...pull.threads.values()];
  const shown = new Set(files.map(({ path }) => path));
  const inDiff = threads.filter(({ current, path }) => current !== null && shown.has(path));
  const gone = threads.filter((thread) => !inDiff.includes(thread));
  const runs = [...pull.repository.checkRuns.values()].filter((run) => run.headSha === pull.head.sha);
  const annotations = runs.flatMap((run) => run.annotations);
  const conversation = [...pull.comments.values(), ...pull.reviews.values()].sort((one, other) => one.id - other.id);
  const state = pull.mergedAt ? 'merged' : pull.draft && pull.state === 'open' ? 'draft' : pull.state;
  const parts = conversation.map((one) =>
    isReview(one)
      ? reviewPart(one, threads.filter(({ comments }) => comments.some(({ review }) => review === one)).length)
      : commentPart(one),
  );
  const page = html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${pull.title} · #${pull.number} · ${fullName(pull.repository)}</title>
<style>${new Html(STYLE)}</style></head><body>
<p class="muted">${fullName(pull.repository)}</p>
<h1>${pull.title} <small>#${pull.number}</small></h1>
<p><span class="state ${state}">${state}</span> <span class="muted"><strong>${pull.author.login}</strong> wants to merge into <code>${pull.base.branch}</code>
from <code>${pull.head.repository === pull.repository ? '' : `${pull.head.repository.owner.login}:`}${pull.head.branch}</code> at <code>${pull.head.sha.slice(0, 7)}</code></span></p>
${pull.body ? html`<article class="box"><div class="body">${markdown(pull.body)}</div></article>` : null}
<h2>Checks</h2>${runs.length > 0 ? runs.map(checkRunPart) : html`<p class="muted">No check has run.</p>`}
<h2>Conversation</h2>${parts.length > 0 ? parts : html`<p class="muted">Nothing was said.</p>`}${gone.map(outdatedPart)}
<h2>Files changed <span class="badge">${files.length}</span></h2>
${files.slice(0, MOST_FILES).map((file) =>
  filePart(
    file,
    inDiff.filter(({ path }) => path === file.path),
    annotations.filter(({ path }) => path === file.path),
  ),
)}
${files.length > MOST_FILES ? html`<p class="muted">${files.length - MOST_FILES} more files are not shown.</p>` : null}
</body></html>`;
  return page.text;
}

/** The page at `/{owner}/{repo}/pull/{n}`; null for every other path. */
export async function pageAt(world: World, path: string): Promise<string | null> {
  const [, owner, name, number] = /^\/([^/]+)\/([^/]+)\/pull\/(\d+)(?:\/files)?\/?$/.exec(path) ?? [];
  const pull = world.repositories.get(`${owner}/${name}`.toLowerCase())?.pulls.get(Number(number));
  return pull ? pullPage(pull) : null;
}
