// `# nosemgrep` and `# nosemgrep: rule.id, other.id`, above or beside what they speak of.
// https://semgrep.dev/docs/ignoring-files-folders-code
import type { Reader } from './ignore.ts';
import { listed, reasonIn } from './words.ts';

const COMMENT = /^nosem(?:grep)?(?![\w-])(?::\s*([\w.-]+(?:\s*,\s*[\w.-]+)*))?(.*)$/i;

export const semgrep: Reader = ({ text }) => {
  const match = COMMENT.exec(text);
  if (!match) return [];
  const rules = match[1] === undefined ? null : listed(match[1]);
  return [{ tool: 'semgrep', rules, reason: reasonIn(match[2] ?? ''), scope: 'here' }];
};
