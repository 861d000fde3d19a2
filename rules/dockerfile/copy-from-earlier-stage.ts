import { rule } from '#rule';

export default rule({
  id: 'copy-from-earlier-stage',
  on: 'dockerfile',
  title: 'Files are taken only from earlier stages',
  severity: 'error',
  category: 'consistency',
  also: [
    'hadolint/DL3022',
    'hadolint/DL3023',
    'trivy/DS-0006',
    'kics/cdddb86f',
    'kics/copy_from_references_current_from_alias',
    'semgrep/copy-from-own-alias',
    'tally/circular-stage-deps',
  ],
  *check(file) {
    for (const { code, range, message, hint } of file.problems)
      if (code === 'stage-order') yield { at: range, message: hint ? `${message} ${hint}` : message };
  },
});
