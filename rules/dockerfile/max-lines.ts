import { ownLines, rule } from '#rule';

/** What makes an image smaller or safer is no burden: that it is cleaned up, by whom and through which shell it is run. */
const UNCOUNTED =
  /^(?:(?:SHELL|USER|WORKDIR|STOPSIGNAL)\s|(?:&&|;)?\s*(?:set -\w|rm -|bundle config |(?:apt-get|dnf|microdnf|yum|zypper|tdnf)(?: -\w+)* clean))/i;

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
        description:
          'Lines that are neither empty nor comments, clean up, nor say who runs it; several commands on one line count as several.',
        default: 50,
      },
    },
  },
  *check(file, { options: { max } }) {
    const { text } = file.source;
    let lines = 0;
    for (const [line, start] of file.starts.entries()) {
      const content = text.slice(start, file.starts[line + 1] ?? text.length).trim();
      if (content !== '' && !content.startsWith('#') && !UNCOUNTED.test(content)) lines++;
    }
    const [first] = file.all;
    const room = max - lines;
    if (!first || (room >= 0 && text.split('&&', room + 2).length - 1 <= room)) return;
    for (const one of room < 0 ? [] : file.instructions('RUN', 'LABEL', 'HEALTHCHECK')) lines += ownLines(file, one).length;
    if (lines <= max) return;
    yield {
      at: first.keywordRange,
      message: `This file has more than ${max} lines that are neither empty nor comments. Move what several images share to an image of their own, and long scripts to files.`,
      subject: 'lines',
    };
  },
});
