import { rule, scriptRemarks } from '#rule';

export default rule<{ exclude: readonly string[]; least: 'error' | 'warning' }>({
  id: 'shellcheck',
  on: 'dockerfile',
  title: 'ShellCheck finds no mistake in the scripts of RUN',
  severity: 'warning',
  category: 'reliability',
  also: [
    'shellcheck/shellcheck',
    'hadolint/SHELLCHECK',
    'tally/shellcheck/ShellCheck',
    'shellcheck/SC1007',
    'shellcheck/SC1010',
    'shellcheck/SC1018',
    'shellcheck/SC1035',
    'shellcheck/SC1040',
    'shellcheck/SC1045',
    'shellcheck/SC1065',
    'shellcheck/SC1066',
    'shellcheck/SC1068',
    'shellcheck/SC1077',
    'shellcheck/SC1078',
    'shellcheck/SC1081',
    'shellcheck/SC1083',
    'shellcheck/SC1086',
    'shellcheck/SC1087',
    'shellcheck/SC1095',
    'shellcheck/SC1097',
    'shellcheck/SC1098',
    'shellcheck/SC1099',
    'shellcheck/SC2039',
    'shellcheck/SC2046',
    'shellcheck/SC2140',
    'shellcheck/SC2154',
    'shellcheck/SC2155',
    'shellcheck/SC2164',
    'shellcheck/SC2217',
  ],
  options: {
    properties: {
      exclude: {
        description: 'Codes that are not told, such as SC2046.',
        type: 'array',
        items: { type: 'string' },
        // An array without quotes in a loop: of packages and keys, none of which has blanks.
        default: ['SC2068'],
        wider: [],
      },
      least: {
        description: 'What is told: its errors, or its warnings, too.',
        type: 'string',
        enum: ['error', 'warning'],
        default: 'error',
        wider: 'warning',
      },
    },
  },
  *check(file, { scan, options: { exclude, least } }) {
    yield* scriptRemarks(file, scan, least === 'error' ? ['error'] : ['error', 'warning'], exclude);
  },
});
