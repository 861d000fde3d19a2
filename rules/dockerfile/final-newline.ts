import { insert, lineEnd, remove, rule } from '#rule';

export default rule({
  id: 'final-newline',
  on: 'dockerfile',
  title: 'The file ends with one line end',
  severity: 'info',
  category: 'style',
  presets: ['strict'],
  fixes: 'safe',
  also: ['tally/eol-last'],
  *check(file) {
    const { text } = file.source;
    const last = file.all.at(-1);
    if (text.trim() === '' || !last || last.heredocs.some(({ end }) => end === null)) return;
    if (!text.endsWith('\n'))
      yield {
        at: { start: text.length - 1, end: text.length },
        message: 'The last line has no end, so that whoever adds a line changes this one, too.',
        subject: 'end',
        fix: { title: 'End the line', edits: [insert(text.length, lineEnd(text))] },
      };
    const content = text.trimEnd();
    const first = text.indexOf('\n', content.length) + 1;
    if (first === 0 || first === text.length || content.endsWith(file.escape)) return;
    yield {
      at: { start: first, end: first },
      message: 'Empty lines stand at the end of the file.',
      subject: 'end',
      fix: { title: 'Remove them', edits: [remove({ start: first, end: text.length })] },
    };
  },
});
