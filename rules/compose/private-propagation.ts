import { rule, writtenOnce } from '#rule';

export default rule({
  id: 'private-propagation',
  on: 'compose',
  title: 'Mounts are private to their side',
  severity: 'info',
  category: 'security',
  presets: [],
  also: ['kics/baa452f0', 'kics/volume_mounted_in_multiple_containers'],
  cis: ['5.20'],
  nist: ['4.5.5'],
  *check(file) {
    const parts = file.services.flatMap(({ volumes }) => volumes.flatMap(({ propagation }) => propagation ?? []));
    for (const { text, range, via } of writtenOnce(parts, (one) => one.range))
      if (!/^r?private$/.test(text))
        yield {
          at: via ?? range,
          message: `\`${text}\` lets mounts of one side appear on the other. The default, \`rprivate\`, keeps them apart.`,
        };
  },
});
