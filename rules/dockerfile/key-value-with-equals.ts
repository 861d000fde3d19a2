import { equalsForm, replace, rule } from '#rule';

export default rule({
  id: 'key-value-with-equals',
  on: 'dockerfile',
  title: 'ENV and LABEL are written with an equals sign',
  severity: 'info',
  category: 'maintainability',
  presets: ['strict'],
  fixes: 'safe',
  also: ['buildkit/LegacyKeyValueFormat', 'sonar-iac/S6574', 'dockerfilelint/invalid_format'],
  *check(file) {
    for (const { keyword, pairs, keywordRange } of file.instructions('ENV', 'LABEL'))
      for (const pair of pairs) {
        if (!pair.legacy || !pair.value) continue;
        const name = pair.name.text;
        const detached = pair.value.text.startsWith('=');
        const text = detached ? null : equalsForm(file.source.text, pair, file.escape);
        yield {
          at: pair.name.range,
          message: detached
            ? `The blank before \`=\` makes it a part of the value: \`${name}\` begins with an equals sign. Write \`${name}=\` without blanks.`
            : `\`${keyword} ${name} …\` without \`=\` is the old form, which BuildKit warns of: the rest of the line is one value, whatever it looks like.`,
          subject: `${file.subject(keywordRange)} ${name}`,
          fix: text ? { title: `Write \`${name}=…\``, edits: [replace(pair.range, text)] } : undefined,
        };
      }
  },
});
