import { isTemplate, rule } from '#rule';

export default rule({
  id: 'default-base-image',
  on: 'dockerfile',
  title: 'A build without arguments has a base image',
  severity: 'info',
  category: 'syntax',
  presets: ['strict'],
  also: ['buildkit/InvalidDefaultArgInFrom', 'dockerfile-utils/BASE_NAME_EMPTY'],
  *check(file) {
    if (isTemplate(file)) return;
    for (const { code, range, message, hint } of file.problems)
      if (code === 'unset-image') yield { at: range, message: hint ? `${message} ${hint}` : message };
  },
});
