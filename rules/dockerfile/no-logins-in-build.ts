import { type Command, commandSubject, rule } from '#rule';

/** What leaves credentials behind: the command, the words behind it, and how it ends again. */
const LOGINS: readonly (readonly [name: string, words: RegExp, undone: RegExp])[] = [
  ['gcloud', /^auth (?:activate-service-account|login)\b/, /\bgcloud auth revoke\b|\.config\/gcloud/],
  ['aws', /^configure set (?:\S+\.)?aws_(?:access_key_id|secret_access_key|session_token)\b/, /\.aws\b/],
  ['az', /^login\b/, /\baz (?:logout|account clear)\b|\.azure\b/],
  ['docker', /^login\b/, /\bdocker logout\b|\.docker\b/],
  ['npm', /^login\b|^adduser\b/, /\bnpm logout\b|\.npmrc\b/],
  ['gh', /^auth login\b/, /\bgh auth logout\b/],
  ['heroku', /^login\b/, /\bheroku logout\b|\.netrc\b/],
];

const wordsOf = ({ args }: Command) => args.map(({ text }) => text).join(' ');

export default rule({
  id: 'no-logins-in-build',
  on: 'dockerfile',
  title: 'No build step leaves a login behind',
  severity: 'warning',
  category: 'security',
  presets: ['security', 'strict'],
  also: ['trivy/DS-0031'],
  cis: ['4.10'],
  nist: ['4.1.4'],
  *check(file) {
    for (const command of file.commands(...LOGINS.map(([name]) => name))) {
      const words = wordsOf(command);
      const login = LOGINS.find(([name, form]) => name === command.name && form.test(words));
      const { instruction } = command;
      if (!login || instruction.keyword !== 'RUN' || instruction.flags.some(({ value }) => value?.includes('type=secret')))
        continue;
      if (
        login[2].test(
          file.source.text.slice(instruction.range.start, Math.min(instruction.range.end, instruction.range.start + 20_000)),
        )
      )
        continue;
      const what = `${command.name} ${login[1].exec(words)?.[0] ?? ''}`;
      yield {
        at: command.nameRange,
        message: `\`${what}\` writes credentials into this layer, for everybody who can pull the image. Give them to the one step that needs them with \`--mount=type=secret\`.`,
        subject: commandSubject(file, command),
      };
    }
  },
});
