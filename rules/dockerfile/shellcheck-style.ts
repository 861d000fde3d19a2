import { rule, shellScripts } from '#rule';

export default rule<{ exclude: readonly string[] }>({
  id: 'shellcheck-style',
  on: 'dockerfile',
  title: 'ShellCheck has no advice on the scripts of RUN',
  severity: 'info',
  category: 'style',
  presets: ['strict'],
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
        const at = level === 'info' || level === 'style' ? script.place(start, end) : null;
        if (at && !exclude.includes(code))
          yield { at, message: `${message.replace(/\.?$/, '.')} (${code})`, code: `shellcheck/${code}` };
      }
  },
});
