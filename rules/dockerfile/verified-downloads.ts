import { checksDownloads, commandSubject, downloads, isData, isNear, rule, runnerOf } from '#rule';

const RUNS =
  /^(?:tar|bsdtar|unzip|gunzip|bunzip2|unxz|7z\w?|dpkg|rpm|apt|apt-get|apk|yum|dnf|chmod|install|sh|bash|python[\d.]*|pip[\d.]*|make|java|mv)$/;

export default rule({
  id: 'verified-downloads',
  on: 'dockerfile',
  title: 'Downloads are compared with a checksum',
  severity: 'warning',
  category: 'security',
  presets: ['security', 'strict'],
  cis: ['4.11'],
  *check(file) {
    for (const { command, urls, kept } of downloads(file)) {
      const url = urls.find(({ text }) => !isData(text) && !isNear(text));
      const used = command.instruction.commands.some(({ name, range }) => range.start > command.range.start && RUNS.test(name));
      if (!url || !kept || !used || runnerOf(command) || checksDownloads(command)) continue;
      yield {
        at: command.nameRange,
        message: `What \`${command.name}\` fetches here is used as it comes: whoever can change it at its address changes this image. Compare it first: \`echo "<sha256>  <file>" | sha256sum -c\`.`,
        subject: commandSubject(file, command),
      };
    }
  },
});
