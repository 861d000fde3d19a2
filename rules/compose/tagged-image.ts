import { rule, writtenOnce } from '#rule';

export default rule<{ floating: readonly string[] }>({
  id: 'tagged-image',
  on: 'compose',
  title: 'Images have a tag that stays with its version',
  severity: 'warning',
  category: 'reproducibility',
  also: ['dclint/service-image-require-explicit-tag', 'compose-lint/CL-0004', 'docksec/image-tag'],
  cis: ['5.28'],
  options: {
    properties: {
      floating: {
        type: 'array',
        items: { type: 'string' },
        description: 'Tags that move from version to version.',
        default: ['latest', 'edge', 'nightly', 'canary', 'dev', 'test', 'beta', 'stable', 'lts'],
      },
    },
  },
  *check(file, { options }) {
    const built = new Set(file.services.flatMap(({ build, image }) => (build && image ? [image.text] : [])));
    const images = file.services.flatMap(({ build, image, scalar }) =>
      build || !image || /^(?:never|build)$/.test(scalar('pull_policy')?.string ?? '') ? [] : [image],
    );
    for (const { node, text, ref } of writtenOnce(images, (image) => image.node.range)) {
      // What a variable gives is chosen where the stack is started; its default is only that.
      const chosen = /[$}][^/]*$/.test(text);
      if (!ref || ref.digest || chosen || built.has(text) || (ref.tag !== null && !options.floating.includes(ref.tag))) continue;
      const meaning = ref.tag ? `\`${text}\` is` : `\`${text}\` has no tag, which means \`latest\`:`;
      yield {
        at: node.range,
        message: `${meaning} whatever was pushed last, so that a pull on another day starts another version. Name the version that you test with.`,
      };
    }
  },
});
