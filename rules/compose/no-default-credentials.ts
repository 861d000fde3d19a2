import { credentialsOf, rule } from '#rule';

export default rule({
  id: 'no-default-credentials',
  on: 'compose',
  title: 'Services do not start with passwords that everybody knows',
  severity: 'warning',
  category: 'security',
  presets: ['security', 'strict'],
  also: ['compose-lint/CL-0020', 'compose-lint/CL-0021', 'docksec/literal-secret'],
  cis: ['4.10'],
  nist: ['4.1.4'],
  *check(file) {
    for (const { variable, at, inAddress, kind } of credentialsOf(file)) {
      if (kind === 'secret') continue;
      const { name } = variable;
      const what = inAddress ? `The password in \`${name}\`` : `The value of \`${name}\``;
      const why =
        kind === 'fallback'
          ? `${what} falls back to one that is written here for everybody to read, and nobody notices when it is not set`
          : `${what} is one that everybody knows or guesses, and such values reach production`;
      yield {
        at,
        message: `${why}. Let it come from outside: \`\${${inAddress ? 'PASSWORD' : name}:?}\` refuses to start without one.`,
        subject: file.subject(variable.nameRange),
      };
    }
  },
});
