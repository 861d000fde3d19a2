import { isWindows, replace, rule, signalName } from '#rule';

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
    for (const { text, arguments: at, stage } of file.instructions('STOPSIGNAL')) {
      const name = signalName(text.replace(/^(["'])(.*)\1$/, '$2'));
      if (!name || name === text || (stage && isWindows(stage))) continue;
      // Another signal is wanted there: the rule `catchable-stopsignal` suggests one.
      const useless = name === 'SIGKILL' || name === 'SIGSTOP';
      yield {
        at,
        message: `\`STOPSIGNAL ${text}\` means \`${name}\`, which not every reader knows.`,
        fix: useless ? undefined : { title: `Write \`${name}\``, edits: [replace(at, name)] },
      };
    }
  },
});
