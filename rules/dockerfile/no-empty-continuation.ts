import { remove, rule } from '#rule';

export default rule({
  id: 'no-empty-continuation',
  on: 'dockerfile',
  title: 'Continued instructions have no empty lines',
  severity: 'warning',
  category: 'maintainability',
  fixes: 'safe',
  also: ['buildkit/NoEmptyContinuation', 'dockerfile-utils/EMPTY_CONTINUATION_LINE'],
  *check(file) {
    for (const { keyword, keywordRange, emptyLines, text } of file.all) {
      const [first] = emptyLines;
      if (!first) continue;
      yield {
        at: first,
        message: `The \`${keyword}\` goes on below this empty line, although it looks finished. BuildKit warns that it will refuse this.`,
        subject: `${file.subject(keywordRange)} ${text.slice(0, 60)}`,
        fix: { title: 'Remove the empty lines', edits: emptyLines.map((line) => remove(line)) },
      };
    }
  },
});
