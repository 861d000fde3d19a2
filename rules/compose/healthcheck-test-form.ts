import { replace, rule, usedAt, writtenOnce } from '#rule';

export default rule({
  id: 'healthcheck-test-form',
  on: 'compose',
  title: 'The list of a health check begins with CMD, CMD-SHELL or NONE',
  severity: 'error',
  category: 'consistency',
  fixes: 'unsafe',
  also: ['compose-go/semantic.conflicting-attributes'],
  *check(file) {
    const firsts = file.services.flatMap(({ healthcheck }) => {
      const test = healthcheck?.form === null ? healthcheck.test : null;
      const first = test?.kind === 'list' ? test.items[0] : undefined;
      return test?.kind === 'list' && first?.kind === 'scalar' && !first.interpolated ? [{ test, first }] : [];
    });
    for (const { test, first } of writtenOnce(firsts, (one) => one.first.range)) {
      const word = test.items.length === 1 && /\s/.test(first.string) ? 'CMD-SHELL' : 'CMD';
      const upper = first.string.toUpperCase();
      const written = file.source.text.slice(first.range.start, first.range.end);
      const quote = /^["']/.exec(written)?.[0] ?? '';
      const known = /^(?:CMD|CMD-SHELL|NONE)$/.test(upper);
      const text = known ? `${quote}${upper}${quote}` : `${quote}${word}${quote}, ${written}`;
      yield {
        at: usedAt(first),
        message: `A list that is the \`test\` of a health check must begin with \`CMD\`, \`CMD-SHELL\` or \`NONE\`, not with \`${first.string.slice(0, 60)}\`: Compose refuses the file.`,
        fix:
          first.via || !(test.flow || known)
            ? undefined
            : { title: known ? `Write \`${upper}\`` : `Begin with \`${word}\``, edits: [replace(first.range, text)] },
      };
    }
  },
});
