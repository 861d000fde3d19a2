import { type Command, commandSubject, downloads, rule } from '#rule';

const ARCHIVE = /\.(?:tar(?:\.(?:gz|bz2|xz|zst|lzma))?|t[gbx]z2?|tzst)["']?(?:\?.*)?$/i;
const unpacks = ({ name, args }: Command) =>
  /^(?:bsd)?tar$/.test(name) &&
  args.some(({ text }, i) => (i === 0 ? /^-?[a-zA-Z]*x/ : /^-[a-zA-Z]*x|^--(?:extract|get)$/).test(text));

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
  },
});
