import { commandSubject, type Instruction, packageCommands, rule, type Stage } from '#rule';

const SETTINGS = /CURL_HOME|WGETRC|\.?curlrc|wgetrc/;
const WINDOWS = /(?:^|[&;|]\s*|\s)(curl|wget)(?:\.exe)\s|\b(?:choco|winget)\s+install\s(?:[^&;|]{0,200}\s)?(curl|wget)\b/i;
const RETRIES: Readonly<Record<string, string>> = { curl: '`curl --retry 5`', wget: '`wget --tries=5 --retry-connrefused`' };
const asks = (name: string) =>
  `One hiccup of the network ends this build. ${RETRIES[name]}, or a settings file for all downloads of the stage, tries again.`;

export default rule({
  id: 'downloads-with-retry',
  on: 'dockerfile',
  title: 'Downloads are tried again',
  severity: 'info',
  category: 'reliability',
  presets: [],
  also: ['tally/prefer-curl-config', 'tally/prefer-wget-config'],
  *check(file) {
    const installs = (['apt', 'apk', 'dnf', 'zypper'] as const).flatMap((manager) => packageCommands(file, manager, 'install'));
    const settled = new Set<Stage>();
    for (const stage of file.stages) {
      const own = stage.instructionsOf('ENV', 'COPY', 'ADD', 'RUN').some(({ text }) => SETTINGS.test(text));
      if (own || (stage.base && settled.has(stage.base))) {
        settled.add(stage);
        continue;
      }
      const told = new Set<string>();
      const isTold = (name: string) => {
        const before = told.has(name);
        told.add(name);
        return before;
      };
      for (const run of stage.instructionsOf('RUN')) {
        const { keywordRange, commands } = run;
        for (const command of commands) {
          if (!/^(?:curl|wget)$/.test(command.name) || command.operands.length === 0) continue;
          if (command.has('--retry', '--retry-all-errors', '-t', '--tries', '--version', '-V') || isTold(command.name)) continue;
          const subject = `${file.subject(keywordRange)} ${commandSubject(file, command)}`;
          yield { at: command.nameRange, message: asks(command.name), subject };
        }
        const name = nameOnWindows(run);
        if (name && !isTold(name))
          yield { at: keywordRange, message: asks(name), subject: `${file.subject(keywordRange)} ${name}` };
      }
      for (const { command, packages } of installs) {
        // Whatever the order in which they are written.
        const [name] = packages
          .filter(({ value }) => /^(?:curl|wget)$/.test(value ?? ''))
          .sort((a, b) => (a.text < b.text ? -1 : 1));
        if (command.instruction.stage !== stage || !name || isTold(name.text)) continue;
        yield {
          at: name.range,
          message: `\`${name.text}\` is installed, and no settings file makes it try again. With \`${name.text === 'curl' ? 'CURL_HOME' : 'WGETRC'}\` one holds for all that it downloads.`,
          subject: `${file.subject(command.instruction.keywordRange)} ${name.text}`,
        };
      }
    }
  },
});

function nameOnWindows({ interpreter, text }: Instruction): string | undefined {
  const found = interpreter.kind === 'posix' ? null : WINDOWS.exec(text.slice(0, 10_000));
  return (found?.[1] ?? found?.[2])?.toLowerCase();
}
