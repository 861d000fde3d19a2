import { defaultOf, rule, writtenOnce } from '#rule';

const LOOSE = /^(?:exec|suid|dev)$/;

export default rule({
  id: 'no-loose-tmpfs',
  on: 'compose',
  title: 'File systems in memory start no programs',
  severity: 'info',
  category: 'security',
  presets: ['security', 'strict'],
  also: ['compose-lint/CL-0022'],
  nist: ['4.4.3'],
  *check(file) {
    for (const node of writtenOnce(
      file.services.flatMap(({ list }) => list('tmpfs')),
      ({ range }) => range,
    )) {
      const text = defaultOf(node.string) ?? node.string;
      const colon = text.indexOf(':');
      const word =
        colon < 0
          ? undefined
          : text
              .slice(colon + 1)
              .split(',')
              .find((one) => LOOSE.test(one.trim()));
      if (word === undefined) continue;
      yield {
        at: node.range,
        message: `\`${word.trim()}\` takes back what Docker forbids there: programs, setuid bits and devices in \`${text.slice(0, colon)}\`, the one place where an intruder can mostly write.`,
      };
    }
  },
});
