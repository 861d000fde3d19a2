import {
  type Command,
  type Dockerfile,
  type Instruction,
  type ProposedFix,
  remove,
  replace,
  rule,
  takenAway,
  wholeLines,
} from '#rule';

const ARCHIVE = /\.(?:tar(?:\.(?:gz|bz2|xz|lzma|lz|zst|z))?|t[abgx]z2?|tb2|tz2|tlz|tzst)$/i;
const basename = (path: string) => path.slice(path.lastIndexOf('/') + 1);

const unpacks = ({ name, args }: Command) =>
  name === 'tar' &&
  args.some(({ text }, i) => /^-[a-zA-Z]*x|^--(?:extract|get)$/.test(text) || (i === 0 && /^[a-zA-Z]*x/.test(text)));

/** COPY and a RUN that does nothing but `tar xf archive -C folder`, one behind the other. */
function unpacked(file: Dockerfile, copy: Instruction, run: Instruction, tar: Command): ProposedFix | undefined {
  const folder = tar.option('-C', '--directory');
  const words = copy.words;
  const target = words[1];
  const simple = /^(?:tar )?-?[xzjJvf]+ \S+ (?:-C|--directory)[ =]\S+$/.test(tar.args.map(({ text }) => text).join(' '));
  const alone = run.commands.length === 1 && run.flags.length === 0 && copy.words.length === 2 && !copy.json;
  if (
    !folder?.startsWith('/') ||
    !target ||
    !simple ||
    !alone ||
    file.source.text.slice(copy.range.end, run.range.start).trim() !== ''
  )
    return undefined;
  const lower = file.source.text.slice(copy.keywordRange.start, copy.keywordRange.end) === 'copy';
  return {
    title: `Use \`ADD\`, which unpacks into \`${folder}\`; the archive itself is then not in the image`,
    edits: [
      replace(copy.keywordRange, lower ? 'add' : 'ADD'),
      replace(target.range, folder.endsWith('/') ? folder : `${folder}/`),
      remove(takenAway(file, wholeLines(file, run))),
    ],
  };
}

export default rule({
  id: 'add-unpacks-archives',
  on: 'dockerfile',
  title: 'Archives of the context are unpacked by ADD',
  severity: 'info',
  category: 'size',
  presets: ['strict'],
  fixes: 'unsafe',
  also: ['hadolint/DL3010', 'whalelint/CPY005'],
  *check(file) {
    for (const { instructions } of file.stages)
      for (const [i, copy] of instructions.entries()) {
        if (copy.keyword !== 'COPY' || copy.flag('from') || copy.heredocs.length > 0) continue;
        const words = copy.json ?? copy.words;
        for (const source of words.slice(0, -1)) {
          const name = basename(source.value);
          const stored = ARCHIVE.test(words.at(-1)?.value ?? '') ? basename(words.at(-1)?.value ?? '') : name;
          if (!ARCHIVE.test(name)) continue;
          const tar = instructions
            .slice(i + 1)
            .flatMap(({ keyword, commands }) => (keyword === 'RUN' ? commands : []))
            .find(
              (command) => unpacks(command) && command.args.some(({ value }) => value !== null && basename(value) === stored),
            );
          if (!tar) continue;
          yield {
            at: source.range,
            message: `\`${name}\` is copied and unpacked later: the archive stays in its layer, also when a later step deletes it. \`ADD\` unpacks it while it copies.`,
            fix: instructions[i + 1] === tar.instruction ? unpacked(file, copy, tar.instruction, tar) : undefined,
          };
        }
      }
  },
});
