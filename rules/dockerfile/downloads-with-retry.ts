import { commandSubject, rule } from '#rule';

export default rule({
  id: 'downloads-with-retry',
  on: 'dockerfile',
  title: 'Downloads are tried again',
  severity: 'info',
  category: 'reliability',
  presets: [],
  also: ['tally/prefer-curl-config', 'tally/prefer-wget-config'],
  *check(file) {
    for (const stage of file.stages) {
      const settings = [stage, ...stage.ancestors()].some(({ instructions }) =>
        instructions.some(
          ({ keyword, text }) => /^(?:ENV|COPY|ADD)$/.test(keyword) && /CURL_HOME|WGETRC|\.?curlrc|wgetrc/.test(text),
        ),
      );
      if (settings) continue;
      const told = new Set<string>();
      for (const { name, commands } of stage.instructionsOf('RUN').map((run) => ({ name: run, commands: run.commands })))
        for (const command of commands) {
          if (!/^(?:curl|wget)$/.test(command.name) || told.has(command.name) || command.operands.length === 0) continue;
          if (command.has('--retry', '--retry-all-errors', '-t', '--tries', '--version', '-V')) continue;
          told.add(command.name);
          yield {
            at: command.nameRange,
            message: `One hiccup of the network ends this build. \`${command.name === 'curl' ? 'curl --retry 5' : 'wget --tries=5 --retry-connrefused'}\`, or a settings file for all downloads of the stage, tries again.`,
            subject: `${file.subject(name.keywordRange)} ${commandSubject(file, command)}`,
          };
        }
    }
  },
});
