import { type Instruction, type ProposedEdit, replace, rule } from '#rule';

/** With the line end in front, so that what another fix puts there is written like the rest. */
function inUpperCase(text: string, { keyword, keywordRange: { start, end } }: Instruction): ProposedEdit {
  return text.charAt(start - 1) === '\n' ? replace({ start: start - 1, end }, `\n${keyword}`) : replace({ start, end }, keyword);
}

export default rule({
  id: 'upper-case-instructions',
  on: 'dockerfile',
  title: 'Instructions are written in upper case',
  severity: 'info',
  category: 'style',
  presets: [],
  fixes: 'safe',
  also: ['sonar-iac/S6476', 'dockerfile-utils/CASING_INSTRUCTION', 'dockerfilelint/uppercase_commands'],
  *check(file) {
    const { text } = file.source;
    // Most files are told apart by this alone.
    if (!file.all.some(({ keywordRange: { start } }) => text.charAt(start) >= 'a')) return;
    const unknown = new Set(file.unknown.map(({ instruction }) => instruction));
    const every = file.all.flatMap((one) => (one.trigger ? [one, one.trigger] : [one]));
    const written = ({ keywordRange: { start, end } }: Instruction) => text.slice(start, end);
    const known = every.filter((one) => !unknown.has(one) && written(one).length === one.keyword.length);
    const lower = known.filter((one) => written(one) === one.keyword.toLowerCase());
    const [first] = lower;
    // A file in upper case with a few others among them is told by the rule `consistent-instruction-casing`.
    if (!first || lower.length <= known.filter((one) => written(one) === one.keyword).length) return;
    yield {
      at: first.keywordRange,
      message:
        'The instructions of this file are written in lower case. In upper case they stand out from their arguments, as everybody knows them.',
      subject: 'lower case',
      fix: {
        title: 'Write all of them in upper case',
        edits: [
          ...known.map((one) => inUpperCase(text, one)),
          ...file.stages.flatMap(({ name, from }) => (name && from.words[1] ? [replace(from.words[1].range, 'AS')] : [])),
        ],
      },
    };
  },
});
