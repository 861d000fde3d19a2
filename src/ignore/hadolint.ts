// `# hadolint ignore=DL3008,SC2086` and `# hadolint global ignore=`; tally's have the same form, with `all` and `;reason=`.
// https://github.com/hadolint/hadolint#inline-ignores
import type { Reader } from './ignore.ts';
import { listed, reasonIn } from './words.ts';

const COMMENT = /^(hadolint|tally)\s+(global\s+)?ignore\s*=\s*([\w/-]+(?:\s*,\s*[\w/-]+)*)(.*)$/i;

export const hadolint: Reader = ({ text, kind }) => {
  const match = kind === 'dockerfile' ? COMMENT.exec(text) : null;
  if (!match) return [];
  const [, tool = '', global, ids = '', rest = ''] = match;
  const rules = listed(ids);
  return [
    {
      tool: tool.toLowerCase(),
      rules: /^tally$/i.test(tool) && rules.includes('all') ? null : rules,
      reason: reasonIn(rest),
      scope: global ? 'file' : 'here',
    },
  ];
};
