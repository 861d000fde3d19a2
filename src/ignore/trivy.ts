// `#trivy:ignore:AVD-DS-0002[:exp:2026-01-31]`, several in one comment between blanks, and what follows them as the reason.
// https://trivy.dev/latest/docs/configuration/filtering/#by-inline-comments
import type { Reader, Said } from './ignore.ts';
import { reasonIn } from './words.ts';

const WORD = /^(?:trivy|tfsec):ignore:([\w*-]+)(?:\[[^\]]*\])?(.*)$/i;

export const trivy: Reader = ({ text, today }) => {
  const words = text.split(/\s+/);
  const end = words.findIndex((word) => !WORD.test(word.replace(/^[#/*]+/, '')));
  const rest = end < 0 ? '' : words.slice(end).join(' ');
  return words.slice(0, end < 0 ? words.length : end).flatMap((word): Said | [] => {
    const [, id = '', sections = ''] = WORD.exec(word.replace(/^[#/*]+/, '')) ?? [];
    const until = /:exp:(\d{4}-\d\d-\d\d)/.exec(sections)?.[1];
    if (until !== undefined && until <= today) return [];
    return { tool: 'trivy', rules: id === '*' ? null : [id], reason: reasonIn(rest), scope: 'here' };
  });
};
