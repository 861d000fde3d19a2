// What stands above the comments of a review: one line, and what could not be done.
import type { Finding } from '../model.ts';
import { sentence } from './escape.ts';
import { marker } from './marker.ts';
import { countText } from './summary.ts';

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
  speaker?: string;
}

export function reviewBody({ findings, comments, elsewhere, problems, mark, speaker }: ReviewBody): string {
  const rest = findings.length - comments;
  const lines = [
    `${countText(findings)} on changed lines.${rest > 0 ? ` ${rest} of them ${rest === 1 ? 'is' : 'are'} ${elsewhere}.` : ''}`,
  ];
  return [...lines, ...problems.map(sentence), marker(mark, speaker)].join('\n\n');
}
