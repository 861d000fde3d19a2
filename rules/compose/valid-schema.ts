import { replace, rule, writtenOnce } from '#rule';

export default rule({
  id: 'valid-schema',
  on: 'compose',
  title: 'The Compose file has only keys and values that Compose takes',
  severity: 'error',
  category: 'schema',
  fixes: 'unsafe',
  also: [
    'dclint/invalid-schema',
    'compose-go/schema.additional-property',
    'compose-go/schema.missing-property',
    'compose-go/schema.non-string-key',
    'compose-go/schema.top-level',
    'compose-go/schema.type-or-value',
  ],
  *check(file) {
    const problems = writtenOnce(file.schemaProblems(), ({ range, writtenAt }) => writtenAt ?? range);
    for (const { kind, range, message, hint, suggestion, writtenAt } of problems) {
      // Compose refuses it only where it is old, and which one will run is not known here.
      if (kind === 'newer-key') continue;
      yield {
        at: writtenAt ?? range,
        message: hint ? `${message} ${hint}` : message,
        fix: suggestion && {
          title: `Write \`${suggestion.text}\``,
          edits: [replace(suggestion.range, suggestion.text)],
        },
        ...(writtenAt && { related: [{ at: range, message: 'It is used here.' }] }),
      };
    }
  },
});
