import { isSecretName, rule, secretLiterals } from '#rule';

export default rule({
  id: 'no-secret-literals',
  on: 'dockerfile',
  title: 'No tokens, keys or passwords are written into the file',
  severity: 'error',
  category: 'security',
  also: ['kics/passwords_and_secrets', 'tally/secrets-in-code', 'dockerfile-sec/cred', 'dockerfile-sec/core-010'],
  cis: ['4.10'],
  nist: ['4.1.4'],
  *check(file) {
    for (const { range, pairs, keyword } of file.all) {
      const text = file.source.text.slice(range.start, range.end);
      // Those that a telling variable holds are told once, by that name.
      const named = pairs.filter(({ name }) => /^(?:ARG|ENV)$/.test(keyword) && isSecretName(name.value));
      for (const literal of secretLiterals(text)) {
        const at = { start: range.start + literal.range.start, end: range.start + literal.range.end };
        if (named.some((pair) => pair.range.start <= at.start && at.end <= pair.range.end)) continue;
        yield {
          at,
          message: `This is a ${literal.what}. Everybody who can read the file or its history has it, and what runs here can put it into the image: replace it at its issuer, and pass the new one as a secret mount.`,
          subject: `${file.subject({ start: range.start, end: range.start + keyword.length })} ${literal.what}`,
        };
      }
    }
  },
});
