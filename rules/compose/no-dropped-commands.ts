import { droppedFrom, replace, rule, usedAt, writtenOnce } from '#rule';

export default rule({
  id: 'no-dropped-commands',
  on: 'compose',
  title: 'Commands that need a shell are given to one',
  severity: 'warning',
  category: 'reliability',
  fixes: 'unsafe',
  *check(file) {
    const cut = file.services.flatMap((service) =>
      ['command', 'entrypoint'].flatMap((key) => {
        const { value } = service.entryOf(key) ?? {};
        const at = value?.kind === 'scalar' && typeof value.value === 'string' ? droppedFrom(value.string) : null;
        return value?.kind === 'scalar' && at !== null
          ? [{ node: value, at, free: key === 'entrypoint' || !service.get('entrypoint') }]
          : [];
      }),
    );
    for (const { node, at, free } of writtenOnce(cut, (one) => one.node.range)) {
      const text = node.string;
      const { start, end } = node.range;
      const plain = node.style === 'plain' && !node.via && file.source.text.slice(start, end) === text;
      const runs = text.slice(0, at).trim().slice(0, 80);
      const lost = text.slice(at).trim().replace(/\s+/g, ' ').slice(0, 60);
      const operator = /^[;&|<>]+/.exec(text.slice(at))?.[0] ?? '';
      yield {
        at: plain ? { start: start + at, end: start + at + operator.length } : usedAt(node),
        message: `Compose starts this without a shell, and drops \`${lost}\` without a word: ${runs ? `only \`${runs}\` runs` : 'nothing of it runs'}. Give all of it to \`sh -c\`.`,
        fix:
          plain && free && !/["\\$`]/.test(text)
            ? { title: 'Run it by `sh -c`, so that all of it runs', edits: [replace(node.range, `sh -c "${text}"`)] }
            : undefined,
      };
    }
  },
});
