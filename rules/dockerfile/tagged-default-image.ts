import { rule } from '#rule';

export default rule({
  id: 'tagged-default-image',
  on: 'dockerfile',
  title: 'The default of a base image has a tag other than latest',
  severity: 'info',
  category: 'reproducibility',
  presets: [],
  also: ['trivy/DS-0001', 'sonar-iac/S6596', 'checkov/CKV_DOCKER_7'],
  cis: ['4.2'],
  nist: ['4.1.5'],
  *check(file) {
    for (const { image, ref } of file.stages) {
      // Only tags that a build argument gives: others are told by the rule `tagged-base-image`.
      if (!image || !ref || ref.digest || !/:[^/]*\$[^/]*$/.test(image.text) || (ref.tag !== null && ref.tag !== 'latest'))
        continue;
      yield {
        at: image.range,
        message: `In a build without arguments this is \`${ref.text}\`: whatever was pushed last. Give the ARG the version that you test with as its default.`,
      };
    }
  },
});
