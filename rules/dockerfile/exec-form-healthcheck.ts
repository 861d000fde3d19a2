import { rule } from '#rule';

export default rule({
  id: 'exec-form-healthcheck',
  on: 'dockerfile',
  title: 'Health checks are in exec form',
  severity: 'info',
  category: 'style',
  presets: [],
  also: ['hadolint/DL3025'],
  *check(file) {
    for (const check of file.instructions('HEALTHCHECK')) {
      const [kind, command] = check.words;
      if (check.json || kind?.value.toUpperCase() !== 'CMD' || !command || command.text.startsWith('[')) continue;
      yield {
        at: kind.range,
        message: `\`HEALTHCHECK CMD\` starts \`${command.text.slice(0, 40)}\` through a shell, each time anew. In exec form it needs none, also where the image has none.`,
      };
    }
  },
});
