import { replace, rule } from '#rule';

export default rule({
  id: 'directive-casing',
  on: 'dockerfile',
  title: 'Parser directives are written in lower case',
  severity: 'info',
  category: 'style',
  presets: ['strict'],
  fixes: 'safe',
  also: ['dockerfile-utils/CASING_DIRECTIVE'],
  *check(file) {
    for (const { name, range } of file.directives) {
      const start = range.start + (/^#\s*/.exec(file.source.text.slice(range.start, range.end))?.[0].length ?? 1);
      const at = { start, end: start + name.length };
      const written = file.source.text.slice(at.start, at.end);
      if (written === name) continue;
      yield {
        at,
        message: `\`${written}\` is the directive \`${name}\`, which every other file and manual writes in lower case.`,
        subject: `directive ${name}`,
        fix: { title: `Write \`${name}\``, edits: [replace(at, name)] },
      };
    }
  },
});
