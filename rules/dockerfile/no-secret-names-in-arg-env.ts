import { canBeSecret, isSecretName, rule, withTriggers } from '#rule';

/** As BuildKit's own check has them, whole words between underscores; and what Jenkins calls the two halves of a login. */
const SECRET = /(?:^|_)(?:apikey|auth|credentials?|key|password|pword|passwd|secret|token)(?:_|$)|._(?:usr|psw)$/i;
const PATH = /^(?:\.{0,2}|~)\//;
const HARMLESS = /(?:^|_)(?:public|file|version)(?:_|$)/i;

export default rule({
  id: 'no-secret-names-in-arg-env',
  on: 'dockerfile',
  title: 'No ARG or ENV is called like a secret',
  severity: 'info',
  category: 'security',
  presets: [],
  also: ['buildkit/SecretsUsedInArgOrEnv', 'hadolint/DL3064', 'trivy/DS-0031'],
  cis: ['4.10'],
  nist: ['4.1.4'],
  *check(file) {
    for (const instruction of withTriggers(file, 'ARG', 'ENV')) {
      if (!instruction.stage) continue;
      for (const { name, value } of instruction.pairs) {
        const { text } = name;
        const told =
          isSecretName(text) && (value ? !value.value.includes('$') && canBeSecret(value.value) : instruction.keyword === 'ARG');
        if (told || !SECRET.test(text) || HARMLESS.test(text) || PATH.test(value?.value ?? '')) continue;
        yield {
          at: name.range,
          message: `\`${text}\` is called like a secret, and what ${instruction.keyword} sets stays in the image or its build record.`,
        };
      }
    }
  },
});
