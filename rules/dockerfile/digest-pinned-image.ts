import { familiarName, fileSources, parseImage, rule, stageNamed } from '#rule';

export default rule({
  id: 'digest-pinned-image',
  on: 'dockerfile',
  title: 'Images are pinned by digest',
  severity: 'info',
  category: 'reproducibility',
  presets: [],
  also: ['semgrep/dockerfile-source-not-pinned', 'sonar-iac/S7023', 'scout/not_pinned_digest', 'dockerfile-sec/core-005'],
  cis: ['4.2'],
  nist: ['4.1.5'],
  *check(file) {
    const message = (name: string) =>
      `The tag of \`${name}\` can be given to another image at any time. With its digest (\`docker buildx imagetools inspect ${name}\`) the build takes this one or none.`;
    for (const { image, ref } of file.stages)
      if (image && ref && !ref.digest && !image.text.includes('$'))
        yield { at: image.range, message: message(familiarName(ref)) };
    for (const { name, range } of fileSources(file)) {
      const ref = parseImage(name);
      if (ref && !ref.digest && !ref.dynamic && !stageNamed(file, name) && /[/:]/.test(name))
        yield { at: range, message: message(familiarName(ref)) };
    }
  },
});
