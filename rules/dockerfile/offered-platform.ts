import { offeredPlatforms, rule } from '#rule';

export default rule({
  id: 'offered-platform',
  on: 'dockerfile',
  title: 'The base image exists for the platform',
  severity: 'error',
  category: 'consistency',
  also: ['buildkit/InvalidBaseImagePlatform', 'tally/platform-mismatch'],
  *check(file) {
    for (const { platform, ref } of file.stages) {
      const offered = ref && platform?.value && !platform.value.includes('$') ? offeredPlatforms(ref, platform.value) : null;
      if (!offered || !platform?.valueRange) continue;
      yield {
        at: platform.valueRange,
        message: `\`${ref?.text}\` does not exist for ${platform.value}, only for ${offered.join(', ')}: the build stops here.`,
      };
    }
  },
});
