// `#checkov:skip=CKV_DOCKER_2:reason`: wherever it stands in a Dockerfile, it holds for all of the file.
// https://www.checkov.io/2.Basics/Suppressing%20and%20Skipping%20Policies.html
import type { Reader } from './ignore.ts';
import { listed, reasonIn } from './words.ts';

const COMMENT = /^(?:checkov|bc|cortex):skip=\s*(\w+(?:\s*,\s*\w+)*)(.*)$/i;

export const checkov: Reader = ({ text, kind }) => {
  const match = kind === 'dockerfile' ? COMMENT.exec(text) : null;
  if (!match) return [];
  return [{ tool: 'checkov', rules: listed(match[1] ?? ''), reason: reasonIn(match[2] ?? ''), scope: 'file' }];
};
