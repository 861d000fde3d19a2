import { comesFrom, rule, writtenOnce } from '#rule';

export default rule<{ registries: readonly string[] }>({
  id: 'service-image-registry',
  on: 'compose',
  title: 'Images of services come from registries that you trust',
  severity: 'error',
  category: 'security',
  cis: ['4.2'],
  nist: ['4.1.5'],
  options: {
    properties: {
      registries: {
        type: 'array',
        items: { type: 'string' },
        description:
          'Registries, or parts of them, that images may come from, such as `docker.io/library`, `ghcr.io/octo`, `*.octo.dev`. None: all.',
        default: [],
      },
    },
  },
  *check(file, { options: { registries } }) {
    if (registries.length === 0) return;
    const images = file.services.flatMap(({ image, build }) => (image && !build ? [image] : []));
    for (const { node, text, ref } of writtenOnce(images, (image) => image.node.range)) {
      if (!ref || ref.dynamic || registries.some((entry) => comesFrom(entry, ref))) continue;
      yield {
        at: node.range,
        message: `\`${text}\` comes from none of the registries that the settings trust: ${registries.slice(0, 8).join(', ')}.`,
      };
    }
  },
});
