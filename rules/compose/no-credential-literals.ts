import { credentialsOf, rule } from '#rule';

export default rule<{ values: 'tokens' | 'all' }>({
  id: 'no-credential-literals',
  on: 'compose',
  title: 'Passwords and keys are not written into the file',
  severity: 'warning',
  category: 'security',
  also: ['compose-lint/CL-0020', 'compose-lint/CL-0021', 'docksec/literal-secret'],
  cis: ['4.10'],
  nist: ['4.1.4'],
  options: {
    properties: {
      values: {
        type: 'string',
        enum: ['tokens', 'all'],
        description:
          'Which values are told: tokens and keys whose form tells their issuer, or everything that looks like a password, too.',
        default: 'tokens',
        wider: 'all',
      },
    },
  },
  *check(file, { options }) {
    for (const { variable, at, inAddress, kind, what: issued } of credentialsOf(file)) {
      if (kind !== 'token' && (kind !== 'secret' || options.values !== 'all')) continue;
      const { name } = variable;
      const value = issued ? `The ${issued} in` : 'The value of';
      const what = inAddress ? `The password in \`${name}\`` : `${value} \`${name}\``;
      yield {
        at,
        message: `${what} is written here for everybody who can read the repository. Give it as a secret, or as a variable that a file outside of it sets; change it if it is a real one.`,
        subject: file.subject(variable.nameRange),
      };
    }
  },
});
