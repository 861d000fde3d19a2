import { dataMounts, defaultOf, isOnlyKept, rule, writtenOnce } from '#rule';

export default rule<{ services: 'data' | 'all'; floating: readonly string[] }>({
  id: 'tagged-image',
  on: 'compose',
  title: 'Images have a tag that stays with its version',
  severity: 'warning',
  category: 'reproducibility',
  also: ['dclint/service-image-require-explicit-tag', 'compose-lint/CL-0004', 'docksec/image-tag'],
  cis: ['5.28'],
  nist: ['4.2.2'],
  options: {
    properties: {
      services: {
        type: 'string',
        enum: ['data', 'all'],
        description:
          'Which services are asked: databases that keep their data in a volume, of which only `latest` is told, or all.',
        default: 'data',
        wider: 'all',
      },
      floating: {
        type: 'array',
        items: { type: 'string' },
        description: 'Tags that move from version to version.',
        default: ['latest', 'edge', 'nightly', 'canary', 'dev', 'test', 'beta', 'stable', 'lts'],
      },
    },
  },
  *check(file, { options }) {
    if (options.services === 'data' && isOnlyKept(file.path)) return;
    const built = new Set(file.services.flatMap(({ build, image }) => (build && image ? [image.text] : [])));
    const pulled = file.services.flatMap((service) => {
      const { build, image, scalar } = service;
      if (build || !image || /^(?:never|build)$/.test(scalar('pull_policy')?.string ?? '')) return [];
      return [{ ...image, keepsData: (dataMounts(service)?.mounts.length ?? 0) > 0 }];
    });
    for (const { node, text, ref, keepsData } of writtenOnce(pulled, (image) => image.node.range)) {
      // What a variable gives is chosen where the stack is started; its default is told to who asks for all.
      const variable = /[$}][^/]*$/.test(text);
      const chosen = variable && (options.services === 'data' || defaultOf(text) === undefined);
      if (!ref || ref.digest || chosen || built.has(text) || (ref.tag !== null && !options.floating.includes(ref.tag))) continue;
      if (options.services === 'data' && !(keepsData && (ref.tag ?? 'latest') === 'latest')) continue;
      const unset = variable ? ', where nothing sets the variable' : '';
      const meaning = ref.tag ? `\`${text}\` is` : `\`${text}\` has no tag, which means \`latest\`:`;
      yield {
        at: node.range,
        message: `${meaning} whatever was pushed last${unset}, so that a pull on another day starts another version${keepsData ? ', which may not read the data of this one' : ''}. Name the version that you test with.`,
      };
    }
  },
});
