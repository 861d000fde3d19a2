import { defaultOf, quotedLike, replace, rule, writtenOnce } from '#rule';

const LOOSE = /^(?:exec|suid|dev)$/;

export default rule({
  id: 'no-loose-tmpfs',
  on: 'compose',
  title: 'File systems in memory start no programs',
  severity: 'info',
  category: 'security',
  presets: ['security', 'strict'],
  fixes: 'unsafe',
  also: ['compose-lint/CL-0022'],
  nist: ['4.4.3'],
  *check(file) {
    const nodes = file.services.flatMap(({ list }) => list('tmpfs'));
    for (const node of writtenOnce(nodes, ({ range }) => range)) {
      const text = defaultOf(node.string) ?? node.string;
      const colon = text.indexOf(':');
      const options = colon < 0 ? [] : text.slice(colon + 1).split(',');
      const loose = options.filter((one) => LOOSE.test(one.trim()));
      const [word] = loose;
      if (word === undefined) continue;
      const path = text.slice(0, colon);
      const kept = options.filter((one) => !loose.includes(one));
      const written =
        !node.via && text === node.string && file.source.text.slice(node.range.start, node.range.end).includes(text);
      yield {
        at: node.range,
        message: `\`${word.trim()}\` takes back what Docker forbids there: programs, setuid bits and devices in \`${path}\`, the one place where an intruder can mostly write.`,
        fix: written
          ? {
              title: `Leave out ${loose.map((one) => `\`${one.trim()}\``).join(', ')}: Docker forbids it there again`,
              edits: [replace(node.range, quotedLike(file, node, kept.length > 0 ? `${path}:${kept.join(',')}` : path))],
            }
          : undefined,
      };
    }
  },
});
