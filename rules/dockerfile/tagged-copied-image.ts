import { fileSources, parseImage, rule, stageNamed } from '#rule';

export default rule({
  id: 'tagged-copied-image',
  on: 'dockerfile',
  title: 'Images that files are copied from have a tag other than latest',
  severity: 'warning',
  category: 'reproducibility',
  presets: ['security', 'strict'],
  cis: ['4.2'],
  nist: ['4.1.5'],
  *check(file) {
    for (const { name, range } of fileSources(file)) {
      const ref = parseImage(name);
      if (!ref || ref.dynamic || ref.digest || stageNamed(file, name)) continue;
      // A word alone is told by the rules `copy-from-known-stage` and `no-unknown-copy-sources`.
      if (ref.tag === null && !name.includes('/')) continue;
      if (ref.tag === null || ref.tag === 'latest')
        yield {
          at: range,
          message: `\`${name}\`${ref.tag ? ' is' : ' has no tag, which means `latest`:'} whatever was pushed last, so that the files copied from it differ from day to day. Name the version that you test with.`,
        };
    }
  },
});
