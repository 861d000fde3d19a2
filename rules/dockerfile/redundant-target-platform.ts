import { remove, rule } from '#rule';

export default rule({
  id: 'redundant-target-platform',
  on: 'dockerfile',
  title: 'FROM does not repeat the platform that it has anyway',
  severity: 'info',
  category: 'maintainability',
  fixes: 'safe',
  also: ['buildkit/RedundantTargetPlatform', 'hadolint/DL3065'],
  *check(file) {
    const set = file
      .instructions('ARG')
      .some(({ pairs }) => pairs.some(({ name, value }) => name.value === 'TARGETPLATFORM' && value));
    for (const { platform, from, image } of file.stages) {
      if (!platform || !image || set || !/^\$(?:TARGETPLATFORM|\{TARGETPLATFORM\})$/.test(platform.value ?? '')) continue;
      const range = { start: platform.range.start, end: image.range.start };
      yield {
        at: platform.range,
        message: `\`--platform=${platform.value}\` is what \`${from.keyword}\` uses anyway.`,
        fix: file.source.text.slice(range.start, range.end).includes('\n')
          ? undefined
          : { title: 'Remove the flag', edits: [remove(range)] },
      };
    }
  },
});
