// The ignore comments that a change itself brings, for its summary: what each hides, why, and what it may not hide.
import type { AddedIgnore, Report } from '../model.ts';
import { code, cut, plain } from './escape.ts';
import { placer } from './places.ts';

const MOST = 20;
const REASON_LENGTH = 200;

export function addedIgnores({ ignores = [], files }: Report): string {
  if (ignores.length === 0) return '';
  const place = placer(files);
  const lines = ignores.slice(0, MOST).map((one) => {
    const at = place(one.path, one.range)?.start.line;
    return `- ${code(cut(at ? `${one.path}:${at}` : one.path, 200))} ${what(one)}${consequence(one)}`;
  });
  if (ignores.length > MOST) lines.push(`- ${ignores.length - MOST} more of this kind.`);
  return `**Ignore comments of this change**\n\n${lines.join('\n')}`;
}

const what = ({ tool, rules }: AddedIgnore): string =>
  rules.length === 0
    ? `ignores all of ${plain(tool)}`
    : `ignores ${rules
        .slice(0, 10)
        .map((id) => code(cut(id, 80)))
        .join(', ')}${rules.length > 10 ? ` and ${rules.length - 10} more` : ''}`;

function consequence({ reason, hides, refused }: AddedIgnore): string {
  if (reason === '') return ' without a reason, so it hides nothing: give one behind `--`.';
  const told = `: ${plain(cut(reason, REASON_LENGTH))}.`.replace(/[.]{2}$/, '.');
  const counted = hides > 0 ? ` It hides ${hides}.` : refused > 0 ? '' : ' It hides nothing.';
  return `${told}${counted}${refused > 0 ? ` Not hidden: ${refused}, for errors of security stay.` : ''}`;
}
