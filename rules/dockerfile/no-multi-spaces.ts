import { replace, rule } from '#rule';

export default rule({
  id: 'no-multi-spaces',
  on: 'dockerfile',
  title: 'One blank parts a keyword from what follows',
  severity: 'info',
  category: 'style',
  presets: ['strict'],
  fixes: 'safe',
  also: ['tally/no-multi-spaces'],
  *check(file) {
    const { text } = file.source;
    for (const { keyword, keywordRange, flags, words, json } of file.all) {
      // Between words of a shell blanks may be aligned on purpose; these instructions have no shell.
      const parts = /^(?:RUN|CMD|ENTRYPOINT|HEALTHCHECK|SHELL|ONBUILD)$/.test(keyword) || json ? words.slice(0, 1) : words;
      const ranges = [keywordRange, ...flags.map(({ range }) => range), ...parts.map(({ range }) => range)];
      for (const [i, { end: start }] of ranges.entries()) {
        const next = ranges[i + 1];
        const gap = next ? text.slice(start, next.start) : '';
        if (!next || gap.length < 2 || !/^[ \t]+$/.test(gap)) continue;
        const at = { start, end: next.start };
        yield {
          at,
          message: `${gap.length} blanks stand where one does.`,
          subject: `${keyword} ${text.slice(next.start, next.start + 60)}`,
          fix: { title: 'Keep one', edits: [replace(at, ' ')] },
        };
      }
    }
  },
});
