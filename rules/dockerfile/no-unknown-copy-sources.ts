import { fileSources, isNamedContext, nearest, parseImage, rule, stageNamed } from '#rule';

export default rule({
  id: 'no-unknown-copy-sources',
  on: 'dockerfile',
  title: 'Files are copied from stages, or from images with a full name',
  severity: 'warning',
  category: 'reproducibility',
  presets: ['security', 'strict'],
  also: ['hadolint/DL3022'],
  cis: ['4.2'],
  nist: ['4.1.5'],
  *check(file, { project }) {
    const names = file.stages.flatMap(({ name }) => (name ? [name.value] : []));
    for (const { name, range } of fileSources(file)) {
      const ref = parseImage(name);
      if (!ref || ref.dynamic || ref.digest || ref.tag !== null || name.includes('/') || stageNamed(file, name)) continue;
      // What looks like a misspelt stage is told by the rule `copy-from-known-stage`.
      if (/^\d+$/.test(name) || nearest(name, names) || isNamedContext(project, name)) continue;
      yield {
        at: range,
        message: `\`${name}\` is no stage of this file: unless the build is given a context of that name, its files come from the image \`${name}:latest\`, whatever that is on the day.`,
      };
    }
  },
});
