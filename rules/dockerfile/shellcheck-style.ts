import { rule, scriptRemarks } from '#rule';

export default rule<{ exclude: readonly string[] }>({
  id: 'shellcheck-style',
  on: 'dockerfile',
  title: 'ShellCheck has no advice on the scripts of RUN',
  severity: 'info',
  category: 'style',
  presets: ['strict'],
  also: [
    'shellcheck/shellcheck',
    'hadolint/SHELLCHECK',
    'tally/shellcheck/ShellCheck',
    'shellcheck/SC1000',
    'shellcheck/SC1001',
    'shellcheck/SC1079',
    'shellcheck/SC2002',
    'shellcheck/SC2015',
    'shellcheck/SC2026',
    'shellcheck/SC2028',
    'shellcheck/SC2035',
    'shellcheck/SC2086',
  ],
  options: {
    properties: {
      exclude: { description: 'Codes that are not told, such as SC2046.', type: 'array', items: { type: 'string' }, default: [] },
    },
  },
  *check(file, { scan, options: { exclude } }) {
    yield* scriptRemarks(file, scan, ['info', 'style'], exclude);
  },
});
