import { rule, type Stage, stageNamed } from '#rule';

const beginsWithScratch = (stage: Stage | null | undefined) =>
  stage && [stage, ...stage.ancestors()].at(-1)?.image?.value === 'scratch';

/** tonistiigi/xx is made for this: it holds nothing but its own scripts. */
const isMadeForIt = (stage: Stage | undefined) => stage?.ref?.repository === 'tonistiigi/xx' || beginsWithScratch(stage);

export default rule({
  id: 'no-whole-filesystem-copy',
  on: 'dockerfile',
  title: 'No whole file system is copied over another one',
  severity: 'warning',
  category: 'maintainability',
  presets: ['strict'],
  also: ['hadolint/DL3067'],
  *check(file) {
    for (const copy of file.instructions('COPY')) {
      const words = copy.json ?? copy.words;
      const [source, target] = words;
      const from = copy.flag('from')?.value;
      if (!from || words.length !== 2 || source?.value !== '/' || target?.value !== '/') continue;
      if (beginsWithScratch(copy.stage) || isMadeForIt(stageNamed(file, from))) continue;
      yield {
        at: source.range,
        message: `\`COPY --from=${from} / /\` puts a whole file system over that of the base image: package databases, users and libraries of two systems end up mixed. Copy what is needed, or begin with \`scratch\`.`,
        subject: `${file.subject(copy.keywordRange)} ${from}`,
      };
    }
  },
});
