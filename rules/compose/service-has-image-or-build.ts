import { loadedWith, rule } from '#rule';

const BASE = /(?:^|\/)(?:docker-)?compose\.ya?ml$/;
const RUNNABLE = ['image', 'build', 'extends', 'provider'];

export default rule({
  id: 'service-has-image-or-build',
  on: 'compose',
  title: 'Every service has an image or a build',
  severity: 'error',
  category: 'consistency',
  also: ['compose-go/semantic.undefined-reference'],
  *check(file, { project }) {
    // Other files that are loaded on top, or by which it is included, may bring the image.
    const { others, complete } = loadedWith(project, file, 'all');
    if (!BASE.test(file.path) || !complete || others.length > 0 || file.legacy || file.problems.length > 0) return;
    // In folders below, files without images are mostly there for a platform that brings them; an empty service waits for nothing.
    const below = file.path.includes('/');
    for (const { name, key, node, get } of file.services)
      if (node && !RUNNABLE.some((one) => get(one)) && !(below && node.entries.length > 0))
        yield {
          at: key.range,
          message: `\`${name}\` has neither \`image\` nor \`build\`, so that Compose refuses the file.`,
        };
  },
});
