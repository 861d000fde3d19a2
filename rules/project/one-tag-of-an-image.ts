import { builtServices, type ImageUse, imageUses, rule } from '#rule';

/** `17.6-alpine` and `17.6` are one version; of `latest` nobody knows which it is. */
const version = ({ ref }: ImageUse): string | undefined => /^v?(\d[\w.]*)/.exec(ref.tag ?? '')?.[1];

export default rule({
  id: 'one-tag-of-an-image',
  on: 'project',
  title: 'An image has one version in a project',
  severity: 'info',
  category: 'consistency',
  presets: ['strict'],
  *check(project) {
    const told = new Set<string>();
    for (const file of project.composeFiles) {
      for (const uses of imageUses(file, builtServices(project)).values()) {
        const [first, ...others] = uses.filter(version).sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0));
        if (!first) continue;
        const versions = new Set([version(first)]);
        for (const use of others) {
          const own = version(use);
          const place = `${use.path} ${use.range.start}`;
          if (versions.has(own) || told.has(place)) continue;
          versions.add(own);
          told.add(place);
          yield {
            path: use.path,
            at: use.range,
            message: `${use.by} has \`${use.ref.text}\` and ${first.by} \`${first.ref.text}\`: two versions of one image are downloaded, and differ in what they do.`,
            related: [{ path: first.path, at: first.range, message: 'The other version.' }],
          };
        }
      }
    }
  },
});
