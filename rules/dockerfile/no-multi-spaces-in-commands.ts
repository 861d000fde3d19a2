import { replace, rule } from '#rule';

export default rule({
  id: 'no-multi-spaces-in-commands',
  on: 'dockerfile',
  title: 'One blank parts the words of a command',
  severity: 'info',
  category: 'style',
  presets: [],
  fixes: 'safe',
  also: ['tally/no-multi-spaces'],
  *check(file) {
    const { text } = file.source;
    for (const { keyword, words } of file.instructions('RUN', 'CMD', 'ENTRYPOINT', 'HEALTHCHECK', 'SHELL', 'ONBUILD'))
      for (const [i, { range }] of words.entries()) {
        const next = words[i + 1];
        const gap = next ? text.slice(range.end, next.range.start) : '';
        if (!next || gap.length < 2 || !/^ +$/.test(gap)) continue;
        const at = { start: range.end, end: next.range.start };
        yield {
          at,
          message: `${gap.length} blanks stand where one does.`,
          subject: `${keyword} ${text.slice(next.range.start, next.range.start + 60)}`,
          fix: { title: 'Keep one', edits: [replace(at, ' ')] },
        };
      }
  },
});
