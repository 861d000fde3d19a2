import { fileSources, isNamedContext, nearest, parseImage, rule, stageNamed } from '#rule';

export default rule({
  id: 'tagged-copied-image',
  on: 'dockerfile',
  title: 'Images that files are copied from have a tag other than latest',
  severity: 'warning',
  category: 'reproducibility',
  presets: ['security', 'strict'],
  also: ['hadolint/DL3022'],
  *check(file, { project }) {
    const names = file.stages.flatMap(({ name }) => (name ? [name.value] : []));
    for (const { name, range } of fileSources(file)) {
      const ref = parseImage(name);
      if (!ref || ref.dynamic || ref.digest || stageNamed(file, name)) continue;
      if (ref.tag === null && !name.includes('/')) {
        // What looks like a misspelt stage is told by the rule `copy-from-known-stage`.
        if (/^\d+$/.test(name) || nearest(name, names) || isNamedContext(project, name)) continue;
        yield {
          at: range,
          message: `\`${name}\` is no stage of this file: unless the build is given a context of that name, its files come from the image \`${name}:latest\`, whatever that is on the day.`,
        };
      } else if (ref.tag === null || ref.tag === 'latest')
        yield {
          at: range,
          message: `\`${name}\`${ref.tag ? ' is' : ' has no tag, which means `latest`:'} whatever was pushed last, so that the files copied from it differ from day to day. Name the version that you test with.`,
        };
    }
  },
});
