import { rule } from '#rule';

/** Lists in which an empty entry means the current folder; in others, such as MANPATH, it is harmless or stands for the default. */
const EMPTY_IS_HERE = /^(?:LD_LIBRARY_PATH|LIBRARY_PATH|PYTHONPATH|CLASSPATH|CPATH)$/;

export default rule({
  id: 'defined-variables',
  on: 'dockerfile',
  title: 'Every variable is set before it is used',
  severity: 'warning',
  category: 'reliability',
  also: ['buildkit/UndefinedVar'],
  *check(file) {
    for (const { name, range, instruction, baseMaySet } of file.undefinedVariables) {
      if (baseMaySet || instruction.keyword === 'FROM') continue;
      const rest = file.source.text.slice(range.end, range.end + 2);
      // `${NAME:-default}` is ready for it.
      if (/^:?[-+?]/.test(rest) && file.source.text.startsWith('${', range.start)) continue;
      const extended = instruction.pairs.some(
        (pair) => pair.name.value === name && pair.range.end >= range.end && pair.range.start <= range.start,
      );
      if (extended && !EMPTY_IS_HERE.test(name)) continue;
      yield {
        at: range,
        message: `\`$${name}\` is set neither by an ARG or ENV in front nor by the base image, so it is empty here.`,
      };
    }
  },
});
