import { familiarName, parseImage, rule } from '#rule';

/** `$REGISTRY/ubuntu`, whose variable has no value in a build without arguments: whatever it is, the name behind it stands here. */
const behindVariable = (text: string) => (/^\$(?:\w{1,100}|\{\w{1,100}\})\/[^$]+$/.test(text) ? parseImage(text) : null);

export default rule({
  id: 'tagged-base-image',
  on: 'dockerfile',
  title: 'Base images have a tag other than latest',
  severity: 'warning',
  category: 'reproducibility',
  presets: ['security', 'strict'],
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
  *check(file) {
    // A tag that a build argument gives is chosen where the image is built; its default is only that.
    const chosen = /:[^/]*\$[^/]*$/;
    for (const { image, ref: known } of file.stages) {
      const ref = known ?? behindVariable(image?.text ?? '');
      if (!image || !ref || ref.digest || chosen.test(image.text) || (ref.tag !== null && ref.tag !== 'latest')) continue;
      const name = familiarName(ref);
      const meaning = ref.tag ? `\`${name}\` is` : `\`${name}\` has no tag, which means \`latest\`:`;
      yield {
        at: image.range,
        message: `${meaning} whatever was pushed last, so that the same Dockerfile builds another image tomorrow. Name the version that you test with.`,
      };
    }
  },
});
