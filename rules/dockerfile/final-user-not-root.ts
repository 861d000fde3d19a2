import { dropsRoot, isRoot, lastUser, rule } from '#rule';

export default rule({
  id: 'final-user-not-root',
  on: 'dockerfile',
  title: 'The last USER is not root',
  severity: 'warning',
  category: 'security',
  presets: ['security', 'strict'],
  also: [
    'hadolint/DL3002',
    'trivy/DS-0002',
    'kics/67fd0c4a',
    'kics/last_user_is_root',
    'checkov/CKV_DOCKER_8',
    'semgrep/last-user-is-root',
    'sonar-iac/S6471',
  ],
  cis: ['4.1'],
  nist: ['4.1.2'],
  *check(file) {
    const final = file.stages.at(-1);
    const user = final ? lastUser(final) : null;
    if (!final || !user || isRoot(file, user) !== true || dropsRoot(final)) return;
    yield {
      at: user.words[0]?.range ?? user.arguments,
      message: `The image is left with \`USER ${user.text}\`, so that its containers run as root: whoever takes over the process owns all of the container. Go back to an unprivileged user after the steps that need root.`,
    };
  },
});
