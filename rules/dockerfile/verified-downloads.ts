import { commandSubject, downloads, type Instruction, isData, isNear, rule, runnerOf } from '#rule';

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
  nist: ['4.1.3'],
  *check(file) {
    const lastUse = new Map<Instruction, number>();
    for (const { name, instruction, range } of file.commands()) if (RUNS.test(name)) lastUse.set(instruction, range.start);
    for (const { command, urls, kept, checked } of downloads(file)) {
      const url = urls.find(({ text }) => !isData(text) && !isNear(text));
      const used = (lastUse.get(command.instruction) ?? -1) > command.range.start;
      if (!url || !kept || !used || runnerOf(command) || checked) continue;
      yield {
        at: command.nameRange,
        message: `What \`${command.name}\` fetches here is used as it comes: whoever can change it at its address changes this image. Compare it first: \`echo "<sha256>  <file>" | sha256sum -c\`.`,
        subject: commandSubject(file, command),
      };
    }
  },
});
