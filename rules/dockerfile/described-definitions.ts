import { definitionComment, rule } from '#rule';

export default rule({
  id: 'described-definitions',
  on: 'dockerfile',
  title: 'A comment right above an ARG or a stage begins with its name',
  severity: 'info',
  category: 'style',
  presets: [],
  also: ['buildkit/InvalidDefinitionDescription'],
  *check(file) {
    for (const instruction of file.instructions('ARG', 'FROM')) {
      const stage = instruction.keyword === 'FROM' ? instruction.stage?.name : null;
      const names = stage ? [stage.text.toLowerCase()] : instruction.pairs.map(({ name }) => name.text);
      const comment = names.length > 0 ? definitionComment(file, instruction) : null;
      if (!comment || names.includes(comment.text.split(' ')[0] ?? '')) continue;
      yield {
        at: comment.range,
        message: `\`docker build --call=outline\` takes this for the description of \`${names[0]}\` only when it begins with that name.`,
      };
    }
  },
});
