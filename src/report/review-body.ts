// What stands above the comments of a review: one line, and what could not be done.
import type { Finding } from '../model.ts';
import { sentence } from './escape.ts';
import { marker } from './marker.ts';
import { countText } from './summary.ts';
import { toldMark } from './told-mark.ts';

export interface ReviewBody {
  /** New findings, with and without a comment. */
  findings: readonly Finding[];
  /** How many of them are comments. */
  comments: number;
  /** Where the others are told. */
  elsewhere: string;
  problems: readonly string[];
  /** What the review is known by. */
  mark: string;
  /** Keys of what is told elsewhere, so that a later review knows that it is not new. */
  told: readonly string[];
  speaker?: string;
}

export function reviewBody({ findings, comments, elsewhere, problems, mark, told, speaker }: ReviewBody): string {
  const rest = findings.length - comments;
  const lines = [
    `${countText(findings)} on changed lines.${rest > 0 ? ` ${rest} of them ${rest === 1 ? 'is' : 'are'} ${elsewhere}.` : ''}`,
  ];
  const hidden = [toldMark(told), marker(mark, speaker)].filter((one) => one !== '').join('\n');
  return [...lines, ...problems.map(sentence), hidden].join('\n\n');
}
