import { builtServices, composePath, rule, usedAt, versionLabel, writtenOnce } from '#rule';

const WHOLE = /^v?(\d+\.\d+\.\d+)$/;

export default rule({
  id: 'image-tag-of-build',
  on: 'project',
  title: 'The tag of a built image is the version that its label tells',
  severity: 'info',
  category: 'consistency',
  presets: ['strict'],
  *check(project) {
    const tagged = [...builtServices(project).values()].flatMap(({ service, ...built }) => {
      const { image } = service;
      const version = image && !image.node.interpolated ? WHOLE.exec(image.ref?.tag ?? '')?.[1] : undefined;
      return image && version ? [{ ...built, image, version }] : [];
    });
    for (const { file, dockerfile, stage, image, version } of writtenOnce(tagged, (one) => one.image.node.range, composePath)) {
      const label = stage && versionLabel(dockerfile, stage);
      const told = WHOLE.exec(label?.text ?? '')?.[1];
      if (!label || !told || told === version) continue;
      yield {
        path: file.path,
        at: usedAt(image.node),
        message: `The image is tagged \`${image.ref?.tag}\`, and the label in ${dockerfile.path} says \`${label.text}\`: who looks at a running container reads the wrong version.`,
        related: [{ path: dockerfile.path, at: label.range, message: 'The version that the image tells.' }],
      };
    }
  },
});
