import { type Dockerfile, type ProposedFix, type Range, remove, replace, rule, withoutWords } from '#rule';

/** Variables and the values that turn the check off. */
const VARIABLES: ReadonlyMap<string, RegExp> = new Map([
  ['NODE_TLS_REJECT_UNAUTHORIZED', /^0$/],
  ['PYTHONHTTPSVERIFY', /^0$/],
  ['GIT_SSL_NO_VERIFY', /^(?!0$|false$|$)/i],
  ['NPM_CONFIG_STRICT_SSL', /^false$/i],
  ['PIP_TRUSTED_HOST', /./],
]);
/** curl's options without value, in one word: `-fsSLk`. */
const CLUSTER = /^-[#fgiIjklLnNOqRsSv]{2,}o?$/;
const FLAGS: Readonly<Record<string, readonly string[]>> = {
  curl: ['-k', '--insecure', '--proxy-insecure'],
  wget: ['--no-check-certificate'],
};

function without(file: Dockerfile, at: Range, word: string): ProposedFix | undefined {
  const range = withoutWords(file, at);
  const edit = CLUSTER.test(word) ? replace(at, word.replaceAll('k', '')) : range && remove(range);
  return edit ? { title: 'Check the certificate', edits: [edit] } : undefined;
}

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
    'checkov/CKV2_DOCKER_14',
    'checkov/CKV2_DOCKER_16',
  ],
  *check(file) {
    for (const { name, args, exact } of file.commands('curl', 'wget'))
      for (const { value, range } of args) {
        const off =
          value !== null && (FLAGS[name]?.includes(value) || (name === 'curl' && CLUSTER.test(value) && value.includes('k')));
        if (!off) continue;
        yield {
          at: range,
          message: `With \`${value}\` \`${name}\` takes what it gets from whoever answers, without checking the certificate.`,
          fix: exact ? without(file, range, value) : undefined,
        };
      }
    for (const { pairs } of file.instructions('ENV', 'ARG'))
      for (const { name, value } of pairs) {
        if (!value || !VARIABLES.get(name.value.toUpperCase())?.test(value.value)) continue;
        yield {
          at: name.range,
          message: `\`${name.value}\` turns the check of certificates off for every program that follows, in the build and in the container.`,
        };
      }
  },
});
