import { credentialsOf, rule } from '#rule';

export default rule({
  id: 'no-credential-literals',
  on: 'compose',
  title: 'Passwords and keys are not written into the file',
  severity: 'warning',
  category: 'security',
  also: ['compose-lint/CL-0020', 'compose-lint/CL-0021', 'docksec/literal-secret'],
  cis: ['4.10'],
  nist: ['4.1.4'],
  *check(file) {
    for (const { variable, at, inAddress, kind } of credentialsOf(file)) {
      if (kind !== 'secret') continue;
      const { name } = variable;
      const what = inAddress ? `The password in \`${name}\`` : `The value of \`${name}\``;
      yield {
        at,
        message: `${what} is written here for everybody who can read the repository. Give it as a secret, or as a variable that a file outside of it sets; change it if it is a real one.`,
        subject: file.subject(variable.nameRange),
      };
    }
  },
});
