import {
  canBeSecret,
  type Dockerfile,
  type Instruction,
  isSecretName,
  isWellKnownPassword,
  type Pair,
  rule,
  withTriggers,
} from '#rule';

/** The build argument that a value is a copy of. */
function copiedArgument(declared: ReadonlySet<string>, pair: Pair): string | null {
  const name = /^"?\$(?:\{(\w{1,100})\}|(\w{1,100}))"?$/
    .exec(pair.value?.text ?? '')
    ?.slice(1)
    .find(Boolean);
  return name && declared.has(name) ? name : null;
}

/** A user whose password is the same name is a login for trying things out, which everybody knows. */
const userName = ({ name, value }: Pair): string[] =>
  /(?:^|_)user(?:_?name)?$/i.test(name.value) && value?.value ? [value.value] : [];

/** Why a variable with such a name gives its secret away; `null` when there is none in it. */
function why(declared: ReadonlySet<string>, { keyword }: Instruction, pair: Pair): string | null {
  const name = pair.name.value;
  const value = pair.value?.value ?? '';
  if (keyword === 'ARG' && value === '')
    return `The build argument \`${name}\` can be read by everybody who has the image or its build record. Use a secret mount instead: \`RUN --mount=type=secret,id=${name.toLowerCase().slice(0, 60)}\`.`;
  if (value.includes('$')) {
    const argument = keyword === 'ENV' ? copiedArgument(declared, pair) : null;
    return argument && !isSecretName(argument)
      ? `\`${name}\` keeps the build argument \`${argument}\` in the image, where everybody who can pull it can read it.`
      : null;
  }
  if (!canBeSecret(value)) return null;
  return `The value of \`${name}\` is written here, and everybody who can read this file or pull the image has it. Pass it when the container starts, or to the build as a secret mount; change it if it is a real one.`;
}

/** Long and mixed as a generator makes it; and nothing above says that it is there to be replaced. */
function looksReal(file: Dockerfile, { name, value }: Pair): boolean {
  const text = value?.value ?? '';
  if (!/^(?=.*\d)(?=.*[A-Za-z])[^\s$]{12,}$/.test(text) || isWellKnownPassword(text, new Set())) return false;
  const before = file.source.text.slice(Math.max(0, name.range.start - 300), name.range.start);
  return !/#[^\n]{0,200}\b(?:overrid|overwrit|chang|replac|default|exampl|demo)\w{0,10}\b[^\n]{0,200}\n[^#\n]{0,100}$/i.test(
    before,
  );
}

export default rule<{ values: 'likely' | 'all' }>({
  id: 'no-secrets-in-arg-env',
  on: 'dockerfile',
  title: 'Secrets are not in ARG or ENV',
  severity: 'error',
  category: 'security',
  also: [
    'buildkit/SecretsUsedInArgOrEnv',
    'hadolint/DL3064',
    'trivy/DS-0031',
    'kics/passwords_and_secrets',
    'semgrep/secret-in-build-arg',
    'sonar-iac/S6472',
    'tally/secrets-in-arg-or-env',
  ],
  cis: ['4.10'],
  nist: ['4.1.4'],
  options: {
    properties: {
      values: {
        type: 'string',
        enum: ['likely', 'all'],
        description:
          'Which values are told where one is written out: those that look generated, or everything that can be a password.',
        default: 'likely',
        wider: 'all',
      },
    },
  },
  *check(file, { options }) {
    const declared = new Set(file.instructions('ARG').flatMap(({ pairs }) => pairs.map(({ name }) => name.value)));
    const users = new Set(file.instructions('ARG', 'ENV').flatMap(({ pairs }) => pairs.flatMap(userName)));
    const told = new Set<string>();
    for (const instruction of withTriggers(file, 'ARG', 'ENV'))
      for (const pair of instruction.pairs) {
        const name = pair.name.value;
        if (users.has(pair.value?.value ?? '')) continue;
        const message = isSecretName(name) ? why(declared, instruction, pair) : null;
        const written = message !== null && (pair.value?.value ?? '') !== '' && !pair.value?.value.includes('$');
        if (written && options.values === 'likely' && !looksReal(file, pair)) continue;
        if (message === null || told.has(`${name}\n${message}`)) continue;
        told.add(`${name}\n${message}`);
        yield { at: pair.name.range, message };
      }
  },
});
