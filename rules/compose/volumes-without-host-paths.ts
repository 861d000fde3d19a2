import { rule, writtenOnce } from '#rule';

export default rule({
  id: 'volumes-without-host-paths',
  on: 'compose',
  title: 'Named volumes do not stand for folders of the host',
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
  },
});
