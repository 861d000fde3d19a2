import { commandSubject, rule, type Stage } from '#rule';

const SETTINGS = /CURL_HOME|WGETRC|\.?curlrc|wgetrc/;

export default rule({
  id: 'downloads-with-retry',
  on: 'dockerfile',
  title: 'Downloads are tried again',
  severity: 'info',
  category: 'reliability',
  presets: [],
  also: ['tally/prefer-curl-config', 'tally/prefer-wget-config'],
  *check(file) {
    const settled = new Set<Stage>();
    for (const stage of file.stages) {
      const own = stage.instructionsOf('ENV', 'COPY', 'ADD').some(({ text }) => SETTINGS.test(text));
      if (own || (stage.base && settled.has(stage.base))) {
        settled.add(stage);
        continue;
      }
      const told = new Set<string>();
      for (const { keywordRange, commands } of stage.instructionsOf('RUN'))
        for (const command of commands) {
          if (!/^(?:curl|wget)$/.test(command.name) || told.has(command.name) || command.operands.length === 0) continue;
          if (command.has('--retry', '--retry-all-errors', '-t', '--tries', '--version', '-V')) continue;
          told.add(command.name);
          yield {
            at: command.nameRange,
            message: `One hiccup of the network ends this build. \`${command.name === 'curl' ? 'curl --retry 5' : 'wget --tries=5 --retry-connrefused'}\`, or a settings file for all downloads of the stage, tries again.`,
            subject: `${file.subject(keywordRange)} ${commandSubject(file, command)}`,
          };
        }
    }
  },
});
