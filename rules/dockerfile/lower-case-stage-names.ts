import { replace, rule } from '#rule';

export default rule({
  id: 'lower-case-stage-names',
  on: 'dockerfile',
  title: 'Stage names are in lower case',
  severity: 'info',
  category: 'style',
  presets: ['strict'],
  fixes: 'safe',
  also: ['buildkit/StageNameCasing'],
  *check(file) {
    for (const { name } of file.stages) {
      if (!name) continue;
      const lower = name.text.toLowerCase();
      if (lower === name.text || name.range.end - name.range.start !== name.text.length) continue;
      yield {
        at: name.range,
        message: `The stage \`${name.text}\` is called \`${lower}\` by the builder.`,
        subject: file.subject(name.range).toLowerCase(),
        fix: { title: `Write \`${lower}\``, edits: [replace(name.range, lower)] },
      };
    }
  },
});
