import { type Instruction, rule } from '#rule';

/** They say how what is next to them runs, and may stand right beside it. */
const LEADS = /^(?:SHELL|USER|WORKDIR|STOPSIGNAL)$/;
/** Old words for the same. */
const KINDS: Readonly<Record<string, string>> = { MAINTAINER: 'LABEL', ADD: 'COPY' };
const kindOf = ({ keyword }: Instruction) => KINDS[keyword] ?? keyword;

export default rule({
  id: 'lines-between-kinds',
  on: 'dockerfile',
  title: 'An empty line stands between instructions of different kinds, and none between equal ones',
  severity: 'info',
  category: 'style',
  presets: [],
  also: ['tally/newline-between-instructions'],
  *check(file) {
    for (const [i, next] of file.all.entries()) {
      const before = file.all[i - 1];
      if (!before || before.endLine >= next.startLine) continue;
      const between = file.source.text.slice(file.starts[before.endLine], file.starts[next.startLine - 1]);
      const empty = between
        .split('\n')
        .slice(0, -1)
        .filter((line) => line.trim() === '').length;
      const same = kindOf(before) === kindOf(next);
      if (empty === (same ? 0 : 1) || (empty < 2 && (LEADS.test(before.keyword) || LEADS.test(next.keyword)))) continue;
      yield {
        at: next.keywordRange,
        message:
          'An empty line is missing above this instruction, or is too much: those of one kind stand together, and apart from others. It is the first such place of the file.',
        subject: 'file',
      };
      break;
    }
  },
});
