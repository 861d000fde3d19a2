import { commandSecrets, labelSecrets, rule, type ScalarNode, type Service, writtenOnce } from '#rule';

/** Each list as one command; a text is one by itself. */
const commands = ({ list, healthcheck, variables }: Service): (readonly ScalarNode[])[] => [
  list('command'),
  list('entrypoint'),
  healthcheck?.words ?? [],
  ...variables('labels').flatMap(({ node }) => (node.kind === 'scalar' ? [[node]] : [])),
];

export default rule<{ values: 'tokens' | 'all' }>({
  id: 'no-secrets-in-commands',
  on: 'compose',
  title: 'Commands, labels and health checks hold no passwords and keys',
  severity: 'warning',
  category: 'security',
  also: ['compose-lint/CL-0020'],
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
    const names = new Set(
      file.services.flatMap(({ name, image }) => [name, image?.ref?.name ?? '']).map((name) => name.toLowerCase()),
    );
    const secrets = [
      ...file.services.flatMap(commands).flatMap((words) => commandSecrets(words, file.source.text, names)),
      ...file.services.flatMap(({ variables }) => labelSecrets(variables('labels'), names)),
    ];
    const told = secrets.filter(({ issued }) => issued || options.values === 'all');
    for (const { what, issued, range } of writtenOnce(told, (one) => one.range))
      yield {
        at: range,
        message: `${issued ? `This ${what}` : `The secret of \`${what}\``} is written here, where everybody who can read the repository, or the list of processes, finds it. Read it from a secret's file or a variable that is set outside.`,
      };
  },
});
