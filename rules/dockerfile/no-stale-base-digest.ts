import { baseRef, rule } from '#rule';

export default rule({
  id: 'no-stale-base-digest',
  on: 'dockerfile',
  title: 'Labels about the base image are set by the build',
  severity: 'info',
  category: 'maintainability',
  presets: ['strict'],
  also: ['tally/labels/no-stale-base-digest'],
  *check(file) {
    for (const { pairs, stage } of file.instructions('LABEL'))
      for (const { name, value } of pairs) {
        if (name.value !== 'org.opencontainers.image.base.digest' || !value || value.value.includes('$')) continue;
        const digest = stage ? (baseRef(stage)?.digest ?? null) : null;
        if (digest === value.value) continue;
        yield {
          at: value.range,
          message: digest
            ? `The label names another base image than FROM: \`${digest.slice(0, 19)}…\` is what the image is built on.`
            : 'This digest is written here once, and the base image moves on: scanners that trust the label look at another image than the one that is inside.',
        };
      }
  },
});
