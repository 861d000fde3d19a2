import { checksDownloads, commandSubject, downloads, isNear, isUrl, rule, runnerOf } from '#rule';

/** Data that nothing runs, keys that check something themselves, and checksums. */
const HARMLESS =
  /\.(?:asc|gpg|key|pub|pem|crt|list|repo|json|ya?ml|txt|conf|cfg|ini|md|html?|sha\d+\w*|md5|sums?|sig|csv|png|svg|dat)["']?(?:\?.*)?$/i;
const RUNS =
  /^(?:tar|bsdtar|unzip|gunzip|bunzip2|unxz|7z\w?|dpkg|rpm|apt|apt-get|apk|yum|dnf|chmod|install|sh|bash|python[\d.]*|pip[\d.]*|make|java|mv)$/;

export default rule({
  id: 'verified-downloads',
  on: 'dockerfile',
  title: 'Downloads are compared with a checksum',
  severity: 'warning',
  category: 'security',
  presets: ['security', 'strict'],
  also: ['kics/4b410d24', 'kics/curl_or_wget_instead_of_add'],
  cis: ['4.11'],
  *check(file) {
    for (const { command, urls, kept } of downloads(file)) {
      const url = urls.find(({ text }) => !HARMLESS.test(text) && !isNear(text));
      const used = command.instruction.commands.some(({ name, range }) => range.start > command.range.start && RUNS.test(name));
      if (!url || !kept || !used || runnerOf(command) || checksDownloads(command)) continue;
      yield {
        at: command.nameRange,
        message: `What \`${command.name}\` fetches here is used as it comes: whoever can change it at its address changes this image. Compare it first: \`echo "<sha256>  <file>" | sha256sum -c\`.`,
        subject: commandSubject(file, command),
      };
    }
    for (const add of file.instructions('ADD'))
      for (const { text, range } of add.words.slice(0, -1)) {
        if (add.flag('checksum') || !isUrl(text) || HARMLESS.test(text) || isNear(text) || /\.git(?:#|$)/.test(text)) continue;
        yield {
          at: range,
          message:
            'ADD takes whatever is at this address on the day of the build. With `--checksum=sha256:…` the build stops when it is something else.',
        };
      }
  },
});
