import { insert, lineEnd, nearest, type ProposedFix, type Range, remove, replace, rule } from '#rule';

const HEAD = /^#\s*([A-Za-z]{4,8})\s*=\s*(\S.*)$/;
/** What only a directive says, so that prose with an equals sign is none. */
const VALUES: Readonly<Record<string, RegExp>> = {
  syntax: /^[\w.:@/-]*dockerfile[\w.:@/-]*$/i,
  escape: /^[`\\]$/,
  check: /^(?:skip|error|experimental)=\S+$/,
};

export default rule({
  id: 'effective-directives',
  on: 'dockerfile',
  title: 'Parser directives stand where they count, and are spelt right',
  severity: 'warning',
  category: 'syntax',
  fixes: 'unsafe',
  also: ['tally/syntax-directive-typo'],
  *check(file) {
    const { text } = file.source;
    const taken = new Set<string>(file.directives.map(({ name }) => name));
    const top = (range: Range, line: string): ProposedFix => {
      const end = text.indexOf('\n', range.end);
      const rest = { start: text.lastIndexOf('\n', range.start) + 1, end: end < 0 ? text.length : end + 1 };
      const last = file.directives.at(-1)?.range.end;
      const first = last === undefined ? 0 : text.indexOf('\n', last) + 1;
      return { title: 'Move it to the top of the file', edits: [insert(first, `${line}${lineEnd(text)}`), remove(rest)] };
    };
    for (const { range } of file.comments) {
      if (range.start > (file.all[0]?.range.start ?? 0)) break;
      const line = text.slice(range.start, Math.min(range.end, range.start + 200));
      const [, word = '', value = ''] = HEAD.exec(line) ?? [];
      const name = word in VALUES ? word : nearest(word.toLowerCase(), Object.keys(VALUES));
      if (name === null || taken.has(name) || !VALUES[name]?.test(value.trim())) continue;
      const start = range.start + line.indexOf(word);
      const misspelt = word.toLowerCase() !== name;
      // BuildKit reads `check` in front of an instruction, too.
      if (!misspelt && name === 'check') continue;
      yield {
        at: { start, end: start + word.length },
        message: misspelt
          ? `\`${word}\` is no parser directive, so this line is a comment without effect. It looks like \`${name}\`.`
          : `Directives count only above everything else: behind a comment or an empty line \`${name}\` is a comment without effect.`,
        subject: `directive ${name}`,
        fix: misspelt
          ? { title: `Write \`${name}\``, edits: [replace({ start, end: start + word.length }, name)] }
          : top(range, line),
      };
    }
  },
});
