import { replace, rule, unverifiedTls } from '#rule';

export default rule({
  id: 'verified-tls',
  on: 'dockerfile',
  title: 'Certificates are checked',
  severity: 'warning',
  category: 'security',
  fixes: 'unsafe',
  also: [
    'checkov/CKV2_DOCKER_2',
    'checkov/CKV2_DOCKER_3',
    'checkov/CKV2_DOCKER_5',
    'checkov/CKV2_DOCKER_6',
    'checkov/CKV2_DOCKER_12',
    'checkov/CKV2_DOCKER_13',
    'checkov/CKV2_DOCKER_14',
    'checkov/CKV2_DOCKER_15',
    'checkov/CKV2_DOCKER_16',
  ],
  cis: ['4.11'],
  nist: ['4.1.3'],
  *check(file) {
    for (const { at, word, program, edit } of unverifiedTls(file))
      yield {
        at,
        message: program
          ? `With \`${word}\` \`${program}\` takes what it gets from whoever answers, without checking the certificate.`
          : `\`${word}\` turns the check of certificates off for every program that follows, in the build and in the container.`,
        fix: edit ? { title: 'Check the certificate', edits: [replace(edit.range, edit.text)] } : undefined,
      };
  },
});
