import { rule, shellScripts } from '#rule';

export default rule<{ exclude: readonly string[] }>({
  id: 'shellcheck',
  on: 'dockerfile',
  title: 'ShellCheck finds no mistake in the scripts of RUN',
  severity: 'warning',
  category: 'reliability',
  also: ['shellcheck/shellcheck', 'hadolint/SHELLCHECK', 'tally/shellcheck/ShellCheck'],
  options: {
    properties: {
      exclude: { description: 'Codes that are not told, such as SC2046.', type: 'array', items: { type: 'string' }, default: [] },
    },
  },
  *check(file, { scan, options: { exclude } }) {
    if (!scan) return;
    for (const script of shellScripts(file))
      for (const { code, level, start, end, message } of scan(script.text)) {
        const at = level === 'error' || level === 'warning' ? script.place(start, end) : null;
        if (at && !exclude.includes(code))
          yield { at, message: `${message.replace(/\.?$/, '.')} (${code})`, code: `shellcheck/${code}` };
      }
  },
});
