import { hubPrefix, remove, rule } from '#rule';

export default rule({
  id: 'short-official-name',
  on: 'dockerfile',
  title: 'Official images are called by their short names',
  severity: 'info',
  category: 'style',
  presets: [],
  fixes: 'safe',
  also: ['openrewrite/RemoveRedundantRegistryPrefix'],
  *check(file) {
    for (const { image } of file.stages) {
      const prefix = hubPrefix(image?.text ?? '');
      if (!image || !prefix) continue;
      const at = { start: image.range.start, end: image.range.start + prefix.length };
      yield {
        at,
        message: `Docker adds \`${prefix}\` to names without a registry by itself.`,
        subject: file.subject(image.range),
        fix: { title: `Remove \`${prefix}\``, edits: [remove(at)] },
      };
    }
  },
});
