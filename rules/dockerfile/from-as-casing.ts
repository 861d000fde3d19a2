import { replace, rule } from '#rule';

export default rule({
  id: 'from-as-casing',
  on: 'dockerfile',
  title: 'FROM and AS are written in the same case',
  severity: 'info',
  category: 'style',
  presets: ['strict'],
  fixes: 'safe',
  also: ['buildkit/FromAsCasing'],
  *check(file) {
    for (const { from, name } of file.stages) {
      const as = from.words[1];
      if (!name || !as) continue;
      const keyword = file.source.text.slice(from.keywordRange.start, from.keywordRange.end);
      const wanted = keyword === 'FROM' ? 'AS' : keyword === 'from' ? 'as' : as.text;
      if (as.text === wanted) continue;
      yield {
        at: as.range,
        message: `\`${as.text}\` is not in the case of \`${keyword}\`.`,
        subject: `${file.subject(from.keywordRange)} as`,
        fix: { title: `Write \`${wanted}\``, edits: [replace(as.range, wanted)] },
      };
    }
  },
});
