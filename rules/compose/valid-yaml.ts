import { rule } from '#rule';

export default rule({
  id: 'valid-yaml',
  on: 'compose',
  title: 'The Compose file is well-formed YAML',
  severity: 'error',
  category: 'syntax',
  also: [
    'dclint/invalid-yaml',
    'compose-lint/parse',
    'compose-go/yaml.syntax',
    'compose-go/yaml.duplicate-key',
    'compose-go/yaml.excessive-aliasing',
    'compose-go/yaml.merge-key',
  ],
  *check(file) {
    for (const { range, message, hint, related } of file.problems)
      yield {
        at: range,
        message: hint ? `${message} ${hint}` : message,
        ...(related && { related: [{ at: related.range, message: related.message }] }),
      };
  },
});
