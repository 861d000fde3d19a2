import { familiarName, isService, knownBase, parseImage, rule } from '#rule';

/** `$REGISTRY/ubuntu`, whose variable has no value in a build without arguments: whatever it is, the name behind it stands here. */
const behindVariable = (text: string) => (/^\$(?:\w{1,100}|\{\w{1,100}\})\/[^$]+$/.test(text) ? parseImage(text) : null);

export default rule<{ images: 'services' | 'all' }>({
  id: 'tagged-base-image',
  on: 'dockerfile',
  title: 'Base images have a tag other than latest',
  severity: 'warning',
  category: 'reproducibility',
  also: [
    'hadolint/DL3006',
    'hadolint/DL3007',
    'trivy/DS-0001',
    'kics/9efb0b2d',
    'kics/image_version_not_explicit',
    'kics/f45ea400',
    'kics/image_version_using_latest',
    'checkov/CKV_DOCKER_7',
    'semgrep/missing-image-version',
    'semgrep/avoid-latest-version',
    'sonar-iac/S6596',
    'dockerfilelint/missing_tag',
    'dockerfilelint/latest_tag',
  ],
  cis: ['4.2'],
  nist: ['4.1.5'],
  options: {
    properties: {
      images: {
        type: 'string',
        enum: ['services', 'all'],
        description:
          'Which bases are told: official images under a service that is not for development, tests or examples, without a tag, or a language or server as `latest`; or all.',
        default: 'services',
        wider: 'all',
      },
    },
  },
  *check(file, { options }) {
    const all = options.images === 'all';
    if (!all && !isService(file)) return;
    const base = file.stages.at(-1)?.ancestors().at(-1) ?? file.stages.at(-1);
    // A tag that a build argument gives is chosen where the image is built; its default is only that.
    const chosen = /:[^/]*\$[^/]*$/;
    for (const { image, ref: known } of all ? file.stages : base ? [base] : []) {
      const ref = known ?? behindVariable(image?.text ?? '');
      if (!image || !ref || ref.digest || chosen.test(image.text) || (ref.tag !== null && ref.tag !== 'latest')) continue;
      // `alpine:latest` is mostly meant: who only needs its packages takes the newest.
      const kind = known && knownBase(known);
      if (!all && (!kind || (kind === 'system' && ref.tag !== null))) continue;
      const name = familiarName(ref);
      const meaning = ref.tag ? `\`${name}\` is` : `\`${name}\` has no tag, which means \`latest\`:`;
      yield {
        at: image.range,
        message: `${meaning} whatever was pushed last, so that the same Dockerfile builds another image tomorrow. Name the version that you test with.`,
      };
    }
  },
});
