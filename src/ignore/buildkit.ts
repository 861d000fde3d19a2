// BuildKit's `# check=skip=A,B;error=true`: as a directive for the whole file, above an instruction for that one.
// https://docs.docker.com/reference/dockerfile/#check
import type { Reader } from './ignore.ts';
import { listed, reasonIn } from './words.ts';

const COMMENT = /^check\s*=\s*(.*)$/i;

export const buildkit: Reader = ({ text, kind, directive }) => {
  const match = kind === 'dockerfile' ? COMMENT.exec(text) : null;
  if (!match) return [];
  const value = (match[1] ?? '').trim();
  // Above an instruction a blank ends it, and what follows is for people.
  const blank = directive || /;\s*reason\s*=/i.test(value) ? -1 : value.search(/(?<![,;])\s/);
  const options = (blank < 0 ? value : value.slice(0, blank)).split(';').map((option) => option.trim());
  const rest = blank < 0 ? '' : value.slice(blank).trim();
  const skipped = options.filter((option) => /^skip\s*=/i.test(option)).flatMap((option) => listed(behindEquals(option)));
  const reason = options.find((option) => /^reason\s*=/i.test(option));
  if (skipped.length === 0) return [];
  return [
    {
      tool: 'buildkit',
      rules: skipped.includes('all') ? null : skipped,
      reason: reasonIn(reason === undefined ? rest.replace(/^\/\//, '') : behindEquals(reason)),
      scope: directive ? 'file' : 'here',
    },
  ];
};

const behindEquals = (option: string) => option.slice(option.indexOf('=') + 1);
