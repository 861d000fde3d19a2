import { type Port, replace, rule, sortedItems } from '#rule';

export default rule({
  id: 'sorted-ports',
  on: 'compose',
  title: 'Ports stand in the order of their numbers',
  severity: 'info',
  category: 'style',
  presets: ['strict'],
  fixes: 'safe',
  also: ['dclint/service-ports-alphabetical-order'],
  *check(file) {
    for (const { entryOf, ports } of file.services) {
      const entry = entryOf('ports');
      if (!entry || entry.via || entry.value.via) continue;
      const numbers = new Map(ports.map((port) => [port.node, numberOf(port)]));
      if ([...numbers.values()].includes(null)) continue;
      const { misplaced, edit } = sortedItems(file, entry.value, (item) => numbers.get(item) ?? 0);
      if (misplaced.length > 0)
        yield {
          at: entry.key.range,
          message: 'The ports are not in the order of their numbers on the host.',
          fix: edit ? { title: 'Sort them', edits: [replace(edit.range, edit.text)] } : undefined,
        };
    }
  },
});

/** On the host, where there is one. */
const numberOf = ({ published, target }: Port): number | null => (published ?? target)?.ports?.from ?? null;
