// Our own comments: `# hullcheck ignore=<rule>[,<rule>] -- reason` above or beside what they speak of.
import type { Reader } from './ignore.ts';
import { listed, reasonIn } from './words.ts';

const COMMENT = /^hullcheck\s+ignore=([\w,-]+)(.*)$/;

export const hullcheck: Reader = ({ text }) => {
  const match = COMMENT.exec(text);
  if (!match) return [];
  return [{ tool: 'hullcheck', rules: listed(match[1] ?? ''), reason: reasonIn(match[2] ?? ''), scope: 'here' }];
};
