import { rule, scriptRemarks } from '#rule';

export default rule<{ exclude: readonly string[]; portable: boolean }>({
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
      portable: {
        description: 'Whether to tell what only some shells know where the base image, and so what /bin/sh is, is not known.',
        type: 'boolean',
        default: false,
        wider: true,
      },
    },
  },
  *check(file, { scan, options: { exclude, portable } }) {
    yield* scriptRemarks(file, scan, ['info', 'style'], exclude, portable);
  },
});
