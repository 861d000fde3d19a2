import { replace, rule, writtenOnce } from '#rule';

export default rule({
  id: 'plain-volumes',
  on: 'compose',
  title: 'Volumes are not in quotes',
  severity: 'info',
  category: 'style',
  presets: [],
  fixes: 'safe',
  also: ['dclint/no-quotes-in-volumes'],
  *check(file) {
    const nodes = file.services.flatMap(({ list }) => list('volumes'));
    for (const node of writtenOnce(nodes, ({ range }) => range)) {
      const quoted = node.style === 'single' || node.style === 'double';
      // What would be something else without its quotes keeps them.
      if (!quoted || !/^[\w./~][\w./:@~-]*$/.test(node.string) || /:$|^[~\d.:]+$/.test(node.string)) continue;
      if (file.source.text.slice(node.range.start + 1, node.range.end - 1) !== node.string) continue;
      yield {
        at: node.range,
        message: `\`${node.string}\` needs no quotes.`,
        fix: node.via ? undefined : { title: 'Take the quotes away', edits: [replace(node.range, node.string)] },
      };
    }
  },
});
