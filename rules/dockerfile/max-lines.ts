import { rule } from '#rule';

export default rule<{ max: number }>({
  id: 'max-lines',
  on: 'dockerfile',
  title: 'The file is short enough to understand',
  severity: 'info',
  category: 'maintainability',
  presets: [],
  also: ['tally/max-lines'],
  options: {
    properties: {
      max: {
        type: 'integer',
        minimum: 1,
        maximum: 100_000,
        description: 'Lines that are neither empty nor comments.',
        default: 50,
      },
    },
  },
  *check(file, { options: { max } }) {
    const { text } = file.source;
    let lines = 0;
    for (const [line, start] of file.starts.entries()) {
      const content = text.slice(start, file.starts[line + 1] ?? text.length).trim();
      if (content !== '' && !content.startsWith('#')) lines++;
    }
    const [first] = file.all;
    if (lines <= max || !first) return;
    yield {
      at: first.keywordRange,
      message: `More than ${max} lines of this file are neither empty nor comments. Move what several images share to an image of their own, and long scripts to files.`,
      subject: 'lines',
    };
  },
});
