import { type Command, commandSubject, downloads, isUrl, rule } from '#rule';

const ARCHIVE = /\.(?:tar(?:\.(?:gz|bz2|xz|zst|lzma))?|t[gbx]z2?|tzst)["']?(?:\?.*)?$/i;
const unpacks = ({ name, args }: Command) =>
  /^(?:bsd)?tar$/.test(name) &&
  args.some(({ text }, i) => /^-[a-zA-Z]*x|^--(?:extract|get)$/.test(text) || (i === 0 && /^[a-zA-Z]*x/.test(text)));

/** The same for shells of Windows, whose commands are not read. */
const FETCHES = /\b(?:curl|wget)(?:\.exe)?\s|\b(?:Invoke-WebRequest|iwr)\s/i;
const UNPACKS = /\btar(?:\.exe)?\s+-?[a-z]*x/i;

export default rule({
  id: 'archives-by-add',
  on: 'dockerfile',
  title: 'Archives are downloaded and unpacked by ADD',
  severity: 'info',
  category: 'reproducibility',
  presets: [],
  also: ['tally/prefer-add-unpack'],
  *check(file) {
    for (const { command, urls } of downloads(file)) {
      const url = urls.find(({ text }) => ARCHIVE.test(text));
      if (!url || !command.instruction.commands.some(unpacks)) continue;
      yield {
        at: url.range,
        message: `\`${command.name}\` and \`tar\` do here what \`ADD --unpack=true --checksum=…\` does without either, and compares the archive with a checksum.`,
        subject: commandSubject(file, command),
      };
    }
    for (const run of file.instructions('RUN')) {
      if (run.interpreter.kind === 'posix' || !FETCHES.test(run.text) || !UNPACKS.test(run.text)) continue;
      const url = run.words.find(({ text }) => isUrl(text) && ARCHIVE.test(text));
      if (!url) continue;
      yield {
        at: url.range,
        message:
          'This downloads and unpacks an archive, which `ADD --unpack=true --checksum=…` does without a program in the image, and compares it with a checksum.',
      };
    }
  },
});
