import { replace, rule, signalName } from '#rule';

export default rule({
  id: 'canonical-stopsignal',
  on: 'dockerfile',
  title: 'STOPSIGNAL is written by its whole name',
  severity: 'info',
  category: 'style',
  presets: ['strict'],
  fixes: 'safe',
  also: ['tally/prefer-canonical-stopsignal'],
  *check(file) {
    for (const { text, arguments: at } of file.instructions('STOPSIGNAL')) {
      const name = signalName(text.replace(/^(["'])(.*)\1$/, '$2'));
      if (!name || name === text || name === 'SIGKILL' || name === 'SIGSTOP') continue;
      yield {
        at,
        message: `\`STOPSIGNAL ${text}\` means \`${name}\`, which not every reader knows.`,
        fix: { title: `Write \`${name}\``, edits: [replace(at, name)] },
      };
    }
  },
});
