// One finding as a review comment: its sentences, the fix, where to read more, and the mark that it is known by.
import type { Finding, Related, SourceFile } from '../model.ts';
import { lineStarts, placeOf } from '../text.ts';
import { code, cut, fenced, hasInvisible, htmlSentence, link, sentence } from './escape.ts';
import { fixPatch } from './fix-patch.ts';
import { marker } from './marker.ts';
import type { Suggestion } from './suggestion.ts';

/** GitHub refuses bodies over 65,536 characters. https://docs.github.com/rest/pulls/reviews */
const BODY_LENGTH = 60_000;
const MESSAGE_LENGTH = 4_000;
const PATCH_LENGTH = 12_000;
const RELATED = 5;

export interface CommentContext {
  /** What was reviewed, to show a patch and other places. */
  files: readonly SourceFile[];
  /** Shown on exactly the lines of the comment; absent: the fix is shown as a folded patch. */
  suggestion?: Suggestion;
  /** Which Hullcheck speaks, where several speak through one account. */
  speaker?: string;
}

export function comment(finding: Finding, { files, suggestion, speaker }: CommentContext): string {
  const parts = [
    sentence(cut(finding.message, MESSAGE_LENGTH)),
    relatedLines(finding.related, files),
    fixText(finding, files, suggestion),
    `<sub>${link(code(finding.rule), finding.url)} · ${finding.severity}</sub>`,
  ].filter((part) => part !== '');
  const mark = marker(finding.fingerprint, speaker);
  const body = parts.join('\n\n');
  return `${body.length <= BODY_LENGTH ? body : `${sentence(cut(finding.message, MESSAGE_LENGTH))}\n\n${parts.at(-1)}`}\n\n${mark}`;
}

function fixText({ fix }: Finding, files: readonly SourceFile[], suggestion?: Suggestion): string {
  if (!fix) return '';
  const title = cut(fix.title, 300).replace(/\.$/, '');
  const safety = fix.safety === 'unsafe' ? 'Fix, which changes what is built or run' : 'Fix';
  if (suggestion) return `${safety}: ${sentence(title)}.\n\n${fenced(suggestion.text, 'suggestion')}`;
  const patch = fixPatch(fix, files);
  if (patch === null || patch.length > PATCH_LENGTH || hasInvisible(patch)) return `${safety}: ${sentence(title)}.`;
  return `<details><summary>${safety}: ${htmlSentence(title)}.</summary>\n\n${fenced(patch, 'diff')}\n\n</details>`;
}

function relatedLines(related: readonly Related[], files: readonly SourceFile[]): string {
  return related
    .slice(0, RELATED)
    .map(({ path, range, message }) => {
      const text = files.find((file) => file.path === path)?.text;
      const line = text === undefined ? '' : `:${placeOf(lineStarts(text), range.start).line}`;
      return `- ${code(`${path}${line}`)}: ${sentence(cut(message, 500))}`;
    })
    .join('\n');
}
