import { defaultOf, replace, rule, writtenOnce } from '#rule';

export default rule({
  id: 'no-shared-propagation',
  on: 'compose',
  title: 'Mounts of a container stay in it',
  severity: 'warning',
  category: 'security',
  presets: ['security', 'strict'],
  fixes: 'unsafe',
  also: ['compose-lint/CL-0017'],
  cis: ['5.20'],
  nist: ['4.5.5'],
  *check(file) {
    const parts = file.services.flatMap(({ volumes }) => volumes.flatMap(({ propagation }) => propagation ?? []));
    for (const { text, range, via } of writtenOnce(parts, (one) => one.range)) {
      const value = defaultOf(text);
      if (value !== 'shared' && value !== 'rshared') continue;
      yield {
        at: via ?? range,
        message: `With \`${text}\` what the container mounts there appears on the host and in other containers, over what they have.`,
        fix:
          via || value !== text
            ? undefined
            : {
                title: 'Only let mounts of the host in: those of the container stay in it',
                edits: [replace(range, text.replace('shared', 'slave'))],
              },
      };
    }
  },
});
