import { dropsRoot, familiarName, knownUser, lastUser, rootStart, rule } from '#rule';

/** Images made to run without root, told by who makes them or by their names. */
const UNPRIVILEGED = /^(?:bitnami|bitnamilegacy|bitnamisecure)\/|unprivileged|rootless|non-?root/;
const HARDENED = /^(?:cgr\.dev|dhi\.io)$/;

export default rule({
  id: 'user-is-set',
  on: 'dockerfile',
  title: 'Every image says as whom it runs',
  severity: 'info',
  category: 'security',
  presets: ['strict'],
  also: [
    'trivy/DS-0002',
    'kics/fd54f200',
    'kics/missing_user_instruction',
    'checkov/CKV_DOCKER_3',
    'semgrep/missing-user',
    'sonar-iac/S6471',
  ],
  cis: ['4.1'],
  nist: ['4.1.2'],
  *check(file) {
    const final = file.stages.at(-1);
    // What surely begins as root and runs something is told by the rule `non-root-user`.
    if (!final?.image || lastUser(final) || dropsRoot(final) || rootStart(file)) return;
    const first = final.ancestors().at(-1) ?? final;
    const { ref } = first;
    if (
      ref &&
      (knownUser(ref)?.root === false ||
        UNPRIVILEGED.test(`${ref.repository}:${ref.tag ?? ''}`) ||
        HARDENED.test(ref.registry ?? ''))
    )
      return;
    yield {
      at: final.image.range,
      message: `No USER is set, so that the user of \`${ref ? familiarName(ref) : (first.image?.value ?? '')}\` is used, which nobody sees here and which is root for most images.`,
      subject: `${file.subject(final.from.keywordRange)} user`,
    };
  },
});
