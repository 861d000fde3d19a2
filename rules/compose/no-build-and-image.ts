import { rule, writtenOnce } from '#rule';

export default rule<{ checkPullPolicy: boolean }>({
  id: 'no-build-and-image',
  on: 'compose',
  title: 'Services are either built or pulled',
  severity: 'info',
  category: 'maintainability',
  presets: [],
  also: ['dclint/no-build-and-image'],
  options: {
    properties: {
      checkPullPolicy: {
        type: 'boolean',
        description: 'Services that say with `pull_policy` which of the two holds are fine.',
        default: true,
      },
    },
  },
  *check(file, { options }) {
    const both = file.services.flatMap(({ get, entryOf, name }) => {
      const entry = get('image') && (!options.checkPullPolicy || !get('pull_policy')) ? entryOf('build') : undefined;
      return entry ? [{ key: entry.key, name }] : [];
    });
    for (const { key, name } of writtenOnce(both, (one) => one.key.range))
      yield {
        at: key.range,
        message: `\`${name}\` has \`build\` and \`image\`: whether it is built or pulled depends on what is there. Say so with \`pull_policy\`.`,
      };
  },
});
