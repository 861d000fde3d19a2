// `# dockerfile-utils: ignore`: all that this tool would say of the instruction below.
import type { Reader } from './ignore.ts';
import { reasonIn } from './words.ts';

const COMMENT = /^dockerfile-utils: ignore(?![\w-])(.*)$/;

export const dockerfileUtils: Reader = ({ text, kind }) => {
  const match = kind === 'dockerfile' ? COMMENT.exec(text) : null;
  return match ? [{ tool: 'dockerfile-utils', rules: null, reason: reasonIn(match[1] ?? ''), scope: 'here' }] : [];
};
