// KICS: `# kics-scan ignore-line`, `ignore-block`, and at the head of a file `ignore` and `disable=<query id>[,<query id>]`.
// https://docs.kics.io/latest/running-kics/#using_commands_on_scanned_files_as_comments
import type { Reader } from './ignore.ts';
import { listed, reasonIn } from './words.ts';

const COMMENT = /^kics-scan\s+(ignore-line|ignore-block|ignore|disable)\b(?:\s*=\s*([\w-]+(?:\s*,\s*[\w-]+)*))?(.*)$/i;
const SCOPES = { 'ignore-line': 'line', 'ignore-block': 'block', ignore: 'file', disable: 'file' } as const;

export const kics: Reader = ({ text, first }) => {
  const match = COMMENT.exec(text);
  if (!match) return [];
  const command = (match[1] ?? '').toLowerCase() as keyof typeof SCOPES;
  const rules = match[2] === undefined ? null : listed(match[2]);
  if ((command === 'disable') !== (rules !== null)) return [];
  if (SCOPES[command] === 'file' && !first) return [];
  return [{ tool: 'kics', rules, reason: reasonIn(match[3] ?? ''), scope: SCOPES[command] }];
};
