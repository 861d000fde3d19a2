// BuildKit's `# check=skip=A,B;error=true`: as a directive for the whole file, above an instruction for that one.
// https://docs.docker.com/reference/dockerfile/#check
import type { Reader } from './ignore.ts';
import { listed, reasonIn } from './words.ts';

const COMMENT = /^check\s*=\s*(.*)$/i;

export const buildkit: Reader = ({ text, kind, directive }) => {
  const match = kind === 'dockerfile' ? COMMENT.exec(text) : null;
  if (!match) return [];
  const options = (match[1] ?? '').split(';').map((option) => option.trim());
  const skipped = options.filter((option) => /^skip\s*=/i.test(option)).flatMap((option) => listed(behindEquals(option)));
  const reason = options.find((option) => /^reason\s*=/i.test(option));
  if (skipped.length === 0) return [];
  return [
    {
      tool: 'buildkit',
      rules: skipped.includes('all') ? null : skipped,
      reason: reason === undefined ? '' : reasonIn(behindEquals(reason)),
      scope: directive ? 'file' : 'here',
    },
  ];
};

const behindEquals = (option: string) => option.slice(option.indexOf('=') + 1);
