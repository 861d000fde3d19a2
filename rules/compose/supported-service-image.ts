import { endOfLife, familiarName, rule, writtenOnce } from '#rule';

export default rule({
  id: 'supported-service-image',
  on: 'compose',
  title: 'Images of services still get security updates',
  severity: 'warning',
  category: 'security',
  presets: ['security', 'strict'],
  cis: ['4.4'],
  nist: ['4.1.1'],
  *check(file, { today }) {
    const images = file.services.flatMap(({ image, build }) => (image && !build ? [image] : []));
    for (const { node, ref } of writtenOnce(images, (image) => image.node.range)) {
      const ended = ref && endOfLife(ref, today);
      if (!ended) continue;
      yield {
        at: node.range,
        message: `${ended.release} has had no security updates since ${ended.date}: what has been found in it since then stays open in \`${familiarName(ref)}\`. Move to a release that is maintained.`,
      };
    }
  },
});
