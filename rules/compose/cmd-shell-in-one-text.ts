import { replace, rule, usedAt, writtenOnce } from '#rule';

/** What only a shell understands. */
const SHELL = /[$|&;<>*?`(){}]|^exit$/;

export default rule({
  id: 'cmd-shell-in-one-text',
  on: 'compose',
  title: 'What CMD-SHELL runs is one text',
  severity: 'warning',
  category: 'reliability',
  fixes: 'unsafe',
  *check(file) {
    const lost = file.services.flatMap(({ healthcheck }) => {
      const { form, words = [], test } = healthcheck ?? {};
      const [first, second] = words;
      return form === 'shell' && test?.kind === 'list' && first && second ? [{ test, words, first, second }] : [];
    });
    for (const { test, words, first, second } of writtenOnce(lost, (one) => one.second.range)) {
      const last = words.at(-1) ?? second;
      const [head] = test.items;
      const text = words.map(({ string }) => string).join(' ');
      const here =
        head?.kind === 'scalar' && [head, ...words].every(({ via, style }) => !via && style !== 'literal' && style !== 'folded');
      const plain = words.every(({ string }) => /^[^\s"'\\]+$/.test(string));
      const needsShell = words.some(({ string }) => SHELL.test(string));
      const written = head ? file.source.text.slice(head.range.start, head.range.end) : '';
      const edit = !here
        ? null
        : !needsShell
          ? replace(head.range, written.replace('CMD-SHELL', 'CMD'))
          : plain && test.flow
            ? replace({ start: first.range.start, end: last.range.end }, `"${text}"`)
            : null;
      yield {
        at: usedAt(second),
        message: `\`CMD-SHELL\` gives its first text to the shell and loses the others: \`${first.string.slice(0, 60)}\` runs without \`${second.string.slice(0, 60)}\`. Write the command as one text, or use \`CMD\`.`,
        fix: edit
          ? { title: needsShell ? 'Make one text of it' : 'Use `CMD`, which runs all of the words', edits: [edit] }
          : undefined,
      };
    }
  },
});
