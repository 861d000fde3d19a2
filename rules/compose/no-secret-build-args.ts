import { canBeSecret, isInterpolated, isSecretName, rule, writtenOnce } from '#rule';

export default rule({
  id: 'no-secret-build-args',
  on: 'compose',
  title: 'Build arguments hold no passwords and keys',
  severity: 'warning',
  category: 'security',
  cis: ['4.10'],
  nist: ['4.1.4'],
  *check(file) {
    const args = file.services.flatMap(({ build }) => build?.args ?? []);
    for (const { name, nameRange, value } of writtenOnce(args, (one) => one.nameRange)) {
      if (value === null || isInterpolated(value) || !isSecretName(name) || !canBeSecret(value)) continue;
      yield {
        at: nameRange,
        message: `The value of \`${name}\` is written here for everybody who can read the repository, and stays in the history of the image that is built. Give it as a build secret.`,
        subject: file.subject(nameRange),
      };
    }
  },
});
