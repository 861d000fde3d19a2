import { absolute, type Dockerfile, type Instruction, insert, isOctal, remove, rule, takenAway, wholeLines } from '#rule';

/** Where a single copied file lies; `null` when that is not known. */
function placeOf(file: Dockerfile, copy: Instruction): string | null {
  const words = copy.json ?? copy.words;
  const [source, target] = words;
  const sources = words.length - 1;
  if (sources !== 1 || !source || !target || /[*?$[\]]|:\/\//.test(`${source.value}${target.value}`)) return null;
  const directory = copy.stage?.instructionsOf('WORKDIR').findLast((one) => one.range.start < copy.range.start);
  const base = directory ? file.expand(directory.text, directory) : '';
  // ADD unpacks it: the mode would be that of the archive's files.
  if (copy.keyword === 'ADD' && /\.(?:tar|t?gz|t?bz2?|t?xz|lzma|zst|Z)$/i.test(source.value)) return null;
  if (!target.value.startsWith('/') && !base?.startsWith('/')) return null;
  const isFolder = /\/$|^\.{1,2}$/.test(target.value);
  if (copy.heredocs.length > 0 && isFolder) return null;
  const name = source.value.slice(source.value.lastIndexOf('/') + 1);
  return absolute(base ?? '', isFolder ? `${target.value}/${name}` : target.value);
}

/** A folder would give its mode to all that is in it; names with an ending are files. */
const isFile = (copy: Instruction) => /[^/]\.\w+$/.test((copy.json ?? copy.words)[0]?.value ?? '');

export default rule({
  id: 'copy-with-mode',
  on: 'dockerfile',
  title: 'Copied files get their mode from COPY',
  severity: 'info',
  category: 'size',
  presets: ['strict'],
  fixes: 'unsafe',
  also: ['tally/prefer-copy-chmod'],
  *check(file) {
    for (const { instructions } of file.stages)
      for (const [i, run] of instructions.entries()) {
        const copy = instructions[i - 1];
        const [chmod, ...others] = run.keyword === 'RUN' ? run.commands : [];
        const alone = others.length === 0;
        if ((copy?.keyword !== 'COPY' && copy?.keyword !== 'ADD') || chmod?.name !== 'chmod' || run.flags.length > 0) continue;
        if (!alone && others[0]?.before !== '&&') continue;
        const [mode, path, ...more] = chmod.args.map(({ value }) => value);
        const place = placeOf(file, copy);
        const directory = copy.stage?.instructionsOf('WORKDIR').findLast((one) => one.range.start < copy.range.start)?.text ?? '';
        if (!mode || !path || more.length > 0 || place === null || absolute(directory, path) !== place) continue;
        const octal = isOctal(mode) ? mode : /^[ua]*\+x$/.test(mode) ? '755' : null;
        const between = file.source.text.slice(copy.range.end, run.range.start).trim();
        yield {
          at: chmod.nameRange,
          message: `This changes the mode of \`${path}\`, and keeps a second copy of it in its layer for that. COPY and ADD can set the mode.`,
          subject: `${file.subject(chmod.nameRange)} ${path}`,
          fix:
            alone && octal && between === '' && !copy.flag('chmod') && isFile(copy)
              ? {
                  title: `Add \`--chmod=${octal}\` to the instruction above${octal === mode ? '' : ', which then is the whole mode'}`,
                  safety: octal === mode ? 'safe' : 'unsafe',
                  edits: [insert(copy.keywordRange.end, ` --chmod=${octal}`), remove(takenAway(file, wholeLines(file, run)))],
                }
              : undefined,
        };
      }
  },
});
