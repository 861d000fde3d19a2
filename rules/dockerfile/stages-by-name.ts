import { type Dockerfile, definitionComment, fileSources, insert, type ProposedEdit, replace, rule, type Stage } from '#rule';

const NEW_NAME = /^[a-z][a-z0-9-]{1,40}$/;

/** A name for a stage without one: what its image is called, where no other stage has it. */
function newName(file: Dockerfile, stage: Stage): string | null {
  const image = stage.ref?.name ?? '';
  const taken = file.stages.some(({ name, image: base }) => name?.value === image || (base?.value === image && image !== ''));
  const name = taken || !NEW_NAME.test(image) ? `stage-${stage.index}` : image;
  return file.stages.some((other) => other.name?.value === name) ? null : name;
}

export default rule({
  id: 'stages-by-name',
  on: 'dockerfile',
  title: 'Files are copied from stages by name',
  severity: 'info',
  category: 'maintainability',
  presets: ['strict'],
  fixes: 'safe',
  also: ['kics/68a51e22', 'kics/using_unnamed_build_stages', 'droast/DF023'],
  *check(file) {
    const numbered = fileSources(file).flatMap((source) => {
      const stage = /^\d{1,4}$/.test(source.name) ? file.stages[Number(source.name)] : undefined;
      return stage && stage.index < (source.instruction.stage?.index ?? 0) ? [{ ...source, stage }] : [];
    });
    for (const [i, { instruction, name: number, range, stage }] of numbered.entries()) {
      // What is said above the stage would be taken for a description of the name.
      const name = stage.name?.value ?? (definitionComment(file, stage.from) ? null : newName(file, stage));
      const others = numbered.filter((other) => other.stage === stage);
      // One fix names the stage and all that take files from it.
      const first = numbered.findIndex((other) => other.stage === stage) === i;
      const last = stage.from.words[0];
      const edits: ProposedEdit[] = name && last ? others.map((other) => replace(other.range, name)) : [];
      if (name && last && !stage.name) edits.push(insert(last.range.end, asName(file, stage, name)));
      yield {
        at: range,
        message: `\`${number}\` means whatever stage stands at that place: it silently becomes another one when a stage is added above.`,
        subject: `${file.subject(range)} ${instruction.words
          .map(({ text }) => text)
          .join(' ')
          .slice(0, 80)}`,
        fix: first && edits.length > 0 ? { title: `Call the stage \`${name}\``, edits } : undefined,
      };
    }
  },
});

const asName = (file: Dockerfile, { from }: Stage, name: string): string =>
  ` ${file.source.text.slice(from.keywordRange.start, from.keywordRange.end) === 'from' ? 'as' : 'AS'} ${name}`;
