import { replace, rule } from '#rule';

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
    for (const { kind, range, message, hint, suggestion, writtenAt } of file.schemaProblems()) {
      // Compose refuses it only where it is old, and which one will run is not known here.
      if (kind === 'newer-key') continue;
      yield {
        at: range,
        message: hint ? `${message} ${hint}` : message,
        fix: suggestion && {
          title: `Write \`${suggestion.text}\``,
          edits: [replace(suggestion.range, suggestion.text)],
        },
        ...(writtenAt && { related: [{ at: writtenAt, message: 'Written here.' }] }),
      };
    }
  },
});
