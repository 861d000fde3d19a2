import { insert, rule, withTriggers } from '#rule';

export default rule({
  id: 'directory-ends-with-slash',
  on: 'dockerfile',
  title: 'Several sources are copied into a directory that ends with a slash',
  severity: 'warning',
  category: 'reliability',
  fixes: 'safe',
  also: [
    'hadolint/DL3021',
    'trivy/DS-0011',
    'kics/6db6e0c2',
    'kics/copy_with_more_than_two_arguments_not_ending_with_slash',
    'dockerfile-utils/INVALID_DESTINATION',
    'dockerfilelint/add_dest_invalid',
  ],
  *check(file) {
    for (const copy of withTriggers(file, 'COPY', 'ADD')) {
      const words = copy.json ?? copy.words;
      const target = words.at(-1);
      if (words.length < 3 || !target || copy.heredocs.length > 0 || /[/\\]$|^\.\.?$|\/\.\.?$|\$/.test(target.value)) continue;
      // `docker history` shows copies so: what was copied, and where from, are no paths.
      if (words.some(({ value }) => /^(?:file|multi|dir):[0-9a-f]{32,}$/.test(value))) continue;
      const quoted = /["']$/.test(target.text);
      yield {
        at: target.range,
        message: `Several files go to \`${target.value}\`, which does not say that it is a directory: the classic builder refuses that.`,
        fix: {
          title: 'Add the slash',
          edits: [insert(target.range.end - (quoted ? 1 : 0), file.escape === '`' && target.value.includes('\\') ? '\\' : '/')],
        },
      };
    }
  },
});
