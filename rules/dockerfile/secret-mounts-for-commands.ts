import { insert, rule } from '#rule';

export default rule<{ commands: Readonly<Record<string, string>> }>({
  id: 'secret-mounts-for-commands',
  on: 'dockerfile',
  title: 'Commands that need a secret get it by a mount',
  severity: 'warning',
  category: 'security',
  fixes: 'unsafe',
  also: ['tally/require-secret-mounts'],
  cis: ['4.10'],
  nist: ['4.1.4'],
  options: {
    properties: {
      commands: {
        type: 'object',
        additionalProperties: { type: 'string' },
        description: 'By command, the fields of the secret mount that it needs, such as `id=npmrc,target=/root/.npmrc`.',
        default: {},
      },
    },
  },
  *check(file, { options: { commands } }) {
    for (const run of file.instructions('RUN')) {
      const told = new Set<string>();
      for (const command of run.commands) {
        const mount = Object.hasOwn(commands, command.name) ? commands[command.name] : undefined;
        const id = mount?.split(',').find((field) => field.startsWith('id=')) ?? mount;
        const given = run.flags.some(
          ({ value }) => value?.includes('type=secret') && id !== undefined && value.split(',').includes(id),
        );
        if (mount === undefined || given || told.has(mount)) continue;
        told.add(mount);
        const text = `--mount=type=secret,${mount}`;
        yield {
          at: command.nameRange,
          message: `\`${command.name}\` needs a secret by your settings, and this RUN does not mount it.`,
          subject: `${file.subject(run.keywordRange)} ${run.text.slice(0, 80)} ${command.name}`,
          fix: {
            title: `Add \`${text}\`, for which the build needs the secret`,
            edits: [insert(run.keywordRange.end, ` ${text}`)],
          },
        };
      }
    }
  },
});
