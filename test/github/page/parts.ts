// The parts of a pull request's page: check runs, threads with their comments, reviews, and files with their hunks.
import type { DiffLine, FileDiff, Hunk } from '../diff.ts';
import { parseHunks } from '../diff.ts';
import type { Account, Annotation, CheckRun, IssueComment, Review, Thread } from '../world.ts';
import { type Html, html } from './html.ts';
import { markdown } from './markdown.ts';

const who = ({ login, type }: Account): Html =>
  html`<strong>${login.replace('[bot]', '')}</strong>${type === 'Bot' ? html` <span class="badge">bot</span>` : null}`;

const SIGNS: Record<string, string> = {
  success: '✓',
  failure: '✗',
  timed_out: '✗',
  neutral: '■',
  skipped: '⊘',
  cancelled: '⊘',
  action_required: '!',
};

function annotationPart(annotation: Annotation): Html {
  const { path, start_line: start, end_line: end, annotation_level: level, title, message } = annotation;
  return html`<div class="annotation"><span class="${level}">${level}</span> <span class="path">${path}:${start}${end > start ? `-${end}` : ''}</span>
    ${title === null ? null : html`<p><strong>${title}</strong></p>`}<p>${message}</p></div>`;
}

export function checkRunPart(run: CheckRun): Html {
  const state = run.conclusion ?? run.status;
  const { title, summary, text } = run.output;
  const buttons =
    run.status === 'completed'
      ? run.actions.map(({ label, description }) => html`<button title="${description}">${label}</button>`)
      : [];
  return html`<section class="box check-run"><header><span class="${state}">${SIGNS[run.conclusion ?? ''] ?? '●'}</span> <strong>${run.name}</strong>
    <span class="${state}">${state.replace('_', ' ')}</span>${title === null ? null : html` — ${title}`}</header>
    <div class="body">${summary === null ? null : markdown(summary)}${text === null ? null : markdown(text)}${buttons}</div>
    ${run.annotations.map(annotationPart)}</section>`;
}

export function commentPart(comment: IssueComment): Html {
  return html`<article class="box"><header>${who(comment.author)} <span class="muted">commented ${comment.createdAt}</span></header>
    <div class="body">${markdown(comment.body)}</div></article>`;
}

/** What the suggestions of a thread would replace: its lines as they were, or are. */
function linesBefore(thread: Thread, hunks: readonly Hunk[]): string[] {
  const { line, startLine } = thread.current ?? thread.original;
  if (line === null) return [];
  const all = hunks.flatMap((hunk) => hunk.lines);
  return all.filter(({ right }) => right !== null && right >= (startLine ?? line) && right <= line).map(({ text }) => text);
}

export function threadPart(thread: Thread, hunks: readonly Hunk[]): Html {
  const { line, startLine } = thread.current ?? thread.original;
  const where =
    thread.subject === 'file' ? 'on the file' : startLine === null ? `on line ${line}` : `on lines ${startLine} to ${line}`;
  const before = linesBefore(thread, hunks);
  const badges = [thread.current ? null : 'Outdated', thread.resolvedBy ? `Resolved by ${thread.resolvedBy.login}` : null].filter(
    (text) => text !== null,
  );
  const comments = thread.comments.map(
    (
      comment,
    ) => html`<article class="box" id="discussion_r${comment.id}"><header>${who(comment.author)} <span class="muted">commented ${where}</span>
      ${[...badges, ...(comment.minimized ? [`Hidden: ${comment.minimized.toLowerCase()}`] : []), ...(comment.review.state === 'PENDING' ? ['Pending'] : [])].map((badge) => html` <span class="badge">${badge}</span>`)}</header>
      <div class="body">${markdown(comment.body, { before })}</div></article>`,
  );
  return html`<div class="thread">${comments}</div>`;
}

/** A thread that no longer stands in the diff, with the lines it was about. */
export function outdatedPart(thread: Thread): Html {
  const hunks = parseHunks(thread.diffHunk);
  return html`<section class="box"><header><span class="path">${thread.path}</span></header>
    <table class="diff">${hunks.flatMap((hunk) => [hunkHead(hunk), ...hunk.lines.slice(-6).map(row)])}</table><div class="body">${threadPart(thread, hunks)}</div></section>`;
}

export function reviewPart(review: Review, threads: number): Html {
  const count = threads === 0 ? null : html` <span class="badge">${threads} ${threads === 1 ? 'comment' : 'comments'}</span>`;
  return html`<article class="box review" id="pullrequestreview-${review.id}"><header>${who(review.author)}
    <span class="muted">${review.state === 'COMMENTED' ? 'reviewed' : review.state.toLowerCase().replace('_', ' ')} ${review.submittedAt ?? ''}</span>${count}</header>
    ${review.body === '' ? null : html`<div class="body">${markdown(review.body)}</div>`}</article>`;
}

const KIND = { '+': 'ins', '-': 'del', ' ': 'context' } as const;

function row(line: DiffLine): Html {
  return html`<tr class="${KIND[line.kind]}"><td class="number">${line.left}</td><td class="number">${line.right}</td><td class="sign">${line.kind}</td><td><pre>${line.text}</pre></td></tr>`;
}

const hunkHead = (hunk: Hunk): Html =>
  html`<tr class="hunk"><td class="number"></td><td class="number"></td><td class="sign"></td><td><pre>${hunk.header}</pre></td></tr>`;
const said = (part: Html): Html => html`<tr class="said"><td colspan="4">${part}</td></tr>`;

/** A changed file: its hunks, and below their lines the threads and annotations. */
export function filePart(file: FileDiff, threads: readonly Thread[], annotations: readonly Annotation[]): Html {
  const below = (line: DiffLine): Html[] => [
    ...annotations.filter((one) => line.right !== null && one.end_line === line.right).map((one) => said(annotationPart(one))),
    ...threads
      .filter(({ subject, current }) => subject === 'line' && current?.position === line.position)
      .map((thread) => said(threadPart(thread, file.hunks))),
  ];
  const rows = file.hunks.flatMap((hunk) => [hunkHead(hunk), ...hunk.lines.flatMap((line) => [row(line), ...below(line)])]);
  const name = file.previousPath === null ? file.path : `${file.previousPath} → ${file.path}`;
  return html`<section class="box file"><header><span class="path">${name}</span> <span class="muted">${file.status}</span>
    <span class="success">+${file.additions}</span> <span class="failure">-${file.deletions}</span></header>
    ${threads.filter(({ subject }) => subject === 'file').map((thread) => html`<div class="body">${threadPart(thread, [])}</div>`)}
    ${rows.length > 0 ? html`<table class="diff">${rows}</table>` : html`<div class="body muted"><p>No lines to show.</p></div>`}</section>`;
}
