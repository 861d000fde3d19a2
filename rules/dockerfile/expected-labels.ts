import { rule } from '#rule';

type Options = { required: readonly string[]; others: boolean };

export default rule<Options>({
  id: 'expected-labels',
  on: 'dockerfile',
  title: 'The image has the labels that were agreed on',
  severity: 'info',
  category: 'consistency',
  presets: [],
  also: ['hadolint/DL3049', 'hadolint/DL3050', 'sonar-iac/S7028'],
  options: {
    properties: {
      required: {
        description: 'Labels that the final image must set',
        type: 'array',
        items: { type: 'string' },
        default: ['org.opencontainers.image.source', 'org.opencontainers.image.licenses'],
      },
      others: { description: 'Whether other labels are allowed', type: 'boolean', default: true },
    },
  },
  *check(file, { options: { required, others } }) {
    const final = file.stages.at(-1);
    if (!final?.image) return;
    const chain = [final, ...final.ancestors()];
    const names = chain.flatMap((stage) => stage.instructionsOf('LABEL').flatMap(({ pairs }) => pairs.map(({ name }) => name)));
    const set = new Set(names.map(({ value }) => value));
    const missing = names.some(({ value }) => value.includes('$')) ? [] : required.filter((key) => !set.has(key));
    if (missing.length > 0)
      yield {
        at: final.from.keywordRange,
        message: `This image lacks ${missing.length > 1 ? 'the labels' : 'the label'} ${missing.map((key) => `\`${key}\``).join(', ')}, by which others find its source and owner.`,
        subject: `${file.subject(final.from.keywordRange)} labels`,
      };
    if (others) return;
    for (const { value, range } of names)
      if (!required.includes(value) && !value.includes('$'))
        yield { at: range, message: `\`${value}\` is not among the labels that the settings allow.` };
  },
});
