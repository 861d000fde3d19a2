import { comesFrom, fileSources, type ImageRef, parseImage, type Range, rule, stageNamed } from '#rule';

export default rule<{ registries: readonly string[] }>({
  id: 'trusted-registries',
  on: 'dockerfile',
  title: 'Images come from registries that you trust',
  severity: 'error',
  category: 'security',
  also: ['hadolint/DL3026', 'datadog-iac/use_only_an_allowed_registry_in_the_from_image', 'tally/hadolint/DL3026'],
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
    const used: { ref: ImageRef | null; range: Range }[] = [
      ...file.stages.flatMap(({ image, ref }) => (image ? [{ ref, range: image.range }] : [])),
      ...fileSources(file).flatMap(({ name, range }) => (stageNamed(file, name) ? [] : [{ ref: parseImage(name), range }])),
    ];
    for (const { ref, range } of used) {
      if (!ref || registries.some((entry) => comesFrom(entry, ref))) continue;
      yield {
        at: range,
        message: `\`${ref.text}\` comes from ${ref.registry ?? 'docker.io'}${ref.registry ? '' : `/${ref.official ? 'library' : (ref.repository.split('/')[0] ?? '')}`}, which is not among the registries that your settings trust: ${registries.slice(0, 8).join(', ')}.`,
      };
    }
  },
});
