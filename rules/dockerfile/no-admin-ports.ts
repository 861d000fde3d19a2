import { remove, rule, takenAway, wholeLines, withoutWords } from '#rule';

const ADMIN: ReadonlyMap<number, string> = new Map([
  [22, 'SSH'],
  [23, 'Telnet'],
  [3389, 'Remote Desktop'],
  [5800, 'VNC'],
  [5900, 'VNC'],
]);

export default rule({
  id: 'no-admin-ports',
  on: 'dockerfile',
  title: 'The image offers no way to log in from outside',
  severity: 'warning',
  category: 'security',
  presets: ['security', 'strict'],
  fixes: 'unsafe',
  also: ['trivy/DS-0004', 'checkov/CKV_DOCKER_1', 'kics/5907595b', 'kics/exposing_port_22', 'sonar-iac/S6473'],
  cis: ['5.7'],
  nist: ['4.1.2'],
  *check(file) {
    for (const expose of file.instructions('EXPOSE'))
      for (const word of expose.words) {
        const text = file.expand(word.text, expose) ?? '';
        const match = /^(?:\d+:)?(\d{1,5})(?:-(\d{1,5}))?(?:\/tcp)?$/i.exec(text);
        const [from, to] = [Number(match?.[1] ?? -1), Number(match?.[2] ?? match?.[1] ?? -1)];
        const port = [...ADMIN.keys()].find((one) => one >= from && one <= to);
        if (port === undefined) continue;
        const range =
          expose.words.length === 1
            ? expose.comments.length === 0 && !expose.onbuild
              ? takenAway(file, wholeLines(file, expose))
              : null
            : from === to
              ? withoutWords(file, word.range)
              : null;
        yield {
          at: word.range,
          message: `Port ${port} is that of ${ADMIN.get(port)}: whoever gets in there is in the container past the application. \`docker exec\` needs no port.`,
          fix: range
            ? { title: `Do not expose ${port}; \`docker run -P\` leaves it closed then`, edits: [remove(range)] }
            : undefined,
        };
      }
  },
});
