// dclint: `# dclint disable-line [rule ...]` beside or above a line, `# dclint disable [rule ...]` and `disable-file` at the head of the file.
// https://github.com/zavoloklom/docker-compose-linter/blob/main/docs/configuration-comments.md
import type { Reader } from './ignore.ts';
import { reasonIn } from './words.ts';

const COMMENT = /^dclint\s+disable(-line|-file)?(?![\w-])([\w \t-]*)(.*)$/;

export const dclint: Reader = ({ text, kind, first }) => {
  const match = kind === 'compose' ? COMMENT.exec(text) : null;
  if (!match) return [];
  const [, form, behind = '', rest = ''] = match;
  if (form !== '-line' && !first) return [];
  const dash = / --(?: |$)/.exec(` ${behind}`)?.index ?? behind.length;
  const rules = form === '-file' ? [] : behind.slice(0, dash).split(/\s+/).filter(Boolean);
  return [
    {
      tool: 'dclint',
      rules: rules.length === 0 ? null : rules,
      reason: reasonIn(behind.slice(dash) + rest),
      scope: form === '-line' ? 'list' : 'file',
    },
  ];
};
