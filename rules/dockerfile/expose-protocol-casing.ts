import { replace, rule } from '#rule';

export default rule({
  id: 'expose-protocol-casing',
  on: 'dockerfile',
  title: 'Protocols in EXPOSE are in lower case',
  severity: 'info',
  category: 'style',
  presets: ['strict'],
  fixes: 'safe',
  also: ['buildkit/ExposeProtoCasing'],
  *check(file) {
    for (const expose of file.instructions('EXPOSE'))
      for (const { text, range } of expose.words) {
        const protocol = /^[^"'\\`$]*\/([A-Za-z]+)$/.exec(text)?.[1];
        if (!protocol || protocol === protocol.toLowerCase() || range.end - range.start !== text.length) continue;
        const at = { start: range.end - protocol.length, end: range.end };
        yield {
          at,
          message: `\`${protocol}\` is read as \`${protocol.toLowerCase()}\`.`,
          subject: file.subject(range).toLowerCase(),
          fix: { title: `Write \`${protocol.toLowerCase()}\``, edits: [replace(at, protocol.toLowerCase())] },
        };
      }
  },
});
