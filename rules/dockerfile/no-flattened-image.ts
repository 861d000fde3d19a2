import { rule, stageNamed } from '#rule';

export default rule({
  id: 'no-flattened-image',
  on: 'dockerfile',
  title: 'No image is flattened into one layer',
  severity: 'info',
  category: 'size',
  presets: [],
  also: ['hadolint/DL3067'],
  *check(file) {
    for (const copy of file.instructions('COPY')) {
      const words = copy.json ?? copy.words;
      const [source, target] = words;
      const from = copy.flag('from')?.value;
      const first = copy.stage && [copy.stage, ...copy.stage.ancestors()].at(-1);
      // Over another file system it is told by the rule `no-whole-filesystem-copy`.
      if (!from || words.length !== 2 || source?.value !== '/' || first?.image?.value !== 'scratch') continue;
      if (!/^(?:\/|\.\/?)$/.test(target?.value ?? '')) continue;
      const bare = stageNamed(file, from);
      if (bare && [bare, ...bare.ancestors()].at(-1)?.image?.value === 'scratch') continue;
      yield {
        at: source.range,
        message: `All files of \`${from}\` become one layer that no other image shares, and its ENV, USER, WORKDIR and CMD are lost. Build on it with FROM, or copy what is needed.`,
        subject: `${file.subject(copy.keywordRange)} ${from}`,
      };
    }
  },
});
