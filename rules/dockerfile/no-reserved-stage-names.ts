import { rule } from '#rule';

const RESERVED = new Set(['context', 'scratch']);

export default rule({
  id: 'no-reserved-stage-names',
  on: 'dockerfile',
  title: 'No stage has a name that Docker keeps for itself',
  severity: 'warning',
  category: 'reliability',
  also: ['buildkit/ReservedStageName', 'hadolint/DL3063'],
  *check(file) {
    for (const { name } of file.stages) {
      if (!name || !RESERVED.has(name.text.toLowerCase())) continue;
      yield {
        at: name.range,
        message: `\`${name.text}\` already means something to the builder, so that this stage is not always what the name leads to.`,
      };
    }
  },
});
