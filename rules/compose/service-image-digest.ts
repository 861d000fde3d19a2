import { rule, writtenOnce } from '#rule';

/** A name with a tag, or a variable whose default is one. */
const TAGGED = /^(?:[^$@]+:[^/@]+|\$\{\w+:?-[^$@{}]+:[^/@{}]+\})$/;
const FLOATING = /^(?:latest|edge|nightly|canary|dev|test|beta|stable|lts)$/;

export default rule({
  id: 'service-image-digest',
  on: 'compose',
  title: 'Images of services are pinned by digest',
  severity: 'info',
  category: 'reproducibility',
  presets: [],
  also: ['compose-lint/CL-0019'],
  cis: ['5.28'],
  nist: ['4.1.5', '4.2.2'],
  *check(file) {
    const images = file.services.flatMap(({ image, build }) => (image && !build ? [image] : []));
    for (const { node, text, ref } of writtenOnce(images, (image) => image.node.range)) {
      // Those without a tag that means a version have a rule of their own.
      if (!ref || !TAGGED.test(text) || ref.tag === null || FLOATING.test(ref.tag)) continue;
      yield {
        at: node.range,
        message: `The tag of \`${text}\` can be given to another image at any time. With its digest, which \`docker buildx imagetools inspect ${text}\` shows, always the same one starts.`,
      };
    }
  },
});
