import { rule, writtenOnce } from '#rule';

/** Folders that hosts have, and in which images seldom keep what is only built. */
const LIKE_HOST = /^\/(?:etc|home|media|mnt|opt|root|srv|var)\//;

export default rule({
  id: 'volumes-without-host-paths',
  on: 'compose',
  title: 'Volumes show whether they are folders of the host',
  severity: 'info',
  category: 'maintainability',
  presets: [],
  also: ['kics/1c1325ff', 'kics/volume_has_sensitive_host_directory', 'datadog/volume_has_sensitive_host_directory'],
  *check(file) {
    const paths = file.volumes.flatMap(({ name, get }) => {
      const options = get('driver_opts');
      const nodes = options?.kind === 'map' ? [options.get('device'), options.get('mountpoint')] : [];
      return nodes.flatMap((node) => (node?.kind === 'scalar' && /^[/~]/.test(node.string) ? [{ name, node }] : []));
    });
    for (const { name, node } of writtenOnce(paths, (one) => one.node.range))
      yield {
        at: node.range,
        message: `The volume \`${name}\` is the folder \`${node.string}\` of the host: what services mount by that name reaches out of Docker, which their lines do not show. Mount the folder itself where it is meant.`,
      };
    const alone = file.services.flatMap(({ volumes }) =>
      volumes.flatMap(({ short, source, target }) => {
        if (!short || source || !target || !LIKE_HOST.test(target.text)) return [];
        // Inside of another mount it keeps a folder of the image in view.
        return volumes.some((other) => other.source && target.text.startsWith(`${other.target?.text}/`)) ? [] : [target];
      }),
    );
    for (const target of writtenOnce(alone, ({ range }) => range))
      yield {
        at: target.range,
        message: `\`${target.text}\` stands alone: it is a folder of the container, in a volume without a name, and not the one of the host. Put a name and \`:\` in front to keep its files, or the folder of the host.`,
      };
  },
});
