import { fileSources, type ImageRef, parseImage, type Range, rule, stageNamed } from '#rule';

const HUB = /^(?:index\.|registry-1\.)?docker\.io$|^hub\.docker\.com$/;

/** Whether an entry (`ghcr.io`, `ghcr.io/octo`, `docker.io`, `*.octo.dev`) allows an image. */
function allows(entry: string, { registry, repository, official }: ImageRef): boolean {
  const slash = entry.indexOf('/');
  const host = slash < 0 ? entry : entry.slice(0, slash);
  const at = registry ?? 'docker.io';
  const sameHost =
    host === '*' || host === at || (HUB.test(host) && HUB.test(at)) || (host.startsWith('*.') && at.endsWith(host.slice(1)));
  if (!sameHost || slash < 0) return sameHost;
  const path = entry.slice(slash + 1).replace(/\/?\*?$/, '');
  const full = official && !repository.includes('/') ? `library/${repository}` : repository;
  return full === path || full.startsWith(`${path}/`);
}

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
      if (!ref || registries.some((entry) => allows(entry, ref))) continue;
      yield {
        at: range,
        message: `\`${ref.text}\` comes from ${ref.registry ?? 'docker.io'}${ref.registry ? '' : `/${ref.official ? 'library' : (ref.repository.split('/')[0] ?? '')}`}, which is not among the registries that your settings trust: ${registries.slice(0, 8).join(', ')}.`,
      };
    }
  },
});
