import { type Instruction, isRoot, lastUser, rule, type Stage, servesRails } from '#rule';

/** The program as a whole: the context, or what another stage built of it. */
const isProgram = ({ keyword, json, words }: Instruction): boolean => {
  const [source, target] = (json ?? words).map(({ value }) => value.replace(/\/\.?$/, ''));
  return (
    keyword === 'COPY' &&
    source !== undefined &&
    target !== undefined &&
    (/^(?:\.|)$/.test(source) || /^\/(?:rails|app)$/.test(source))
  );
};

const changesOwner = (stage: Stage, copy: Instruction): boolean =>
  stage
    .instructionsOf('RUN')
    .some(
      ({ commands, startLine }) =>
        startLine > copy.startLine && commands.some(({ name }) => name === 'chown' || name === 'chmod'),
    );

export default rule({
  id: 'rails-folders-writable',
  on: 'dockerfile',
  title: 'Rails can write to its folders as the user of the image',
  severity: 'info',
  category: 'reliability',
  presets: [],
  also: ['tally/ruby/state-paths-not-writable-as-non-root', 'tally/state-paths-not-writable-as-non-root'],
  *check(file) {
    const final = file.stages.at(-1);
    const user = final && lastUser(final);
    if (!final || !user || isRoot(file, user) !== false || !servesRails(final)) return;
    const copy = final.instructionsOf('COPY').find((one) => isProgram(one) && !one.flag('chown'));
    if (!copy || changesOwner(final, copy)) return;
    const name = user.words[0]?.text ?? '';
    yield {
      at: copy.keywordRange,
      message: `Rails writes to \`tmp\`, \`log\`, \`storage\` and \`db\`, which belong to root here, and the program runs as \`${name}\`. \`COPY --chown=${name}\`, or a \`chown\` of these folders, lets it.`,
      subject: `${file.subject(copy.keywordRange)} ${copy.text.slice(0, 80)}`,
    };
  },
});
