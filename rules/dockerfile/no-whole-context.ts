import { levels, rule } from '#rule';

export default rule({
  id: 'no-whole-context',
  on: 'dockerfile',
  title: 'What is copied from the context is named',
  severity: 'info',
  category: 'security',
  presets: [],
  also: ['sonar-iac/S6470', 'droast/DF007', 'droast/DF026', 'dockerfile-sec/core-003'],
  nist: ['4.1.4'],
  *check(file) {
    for (const copy of file.instructions('COPY', 'ADD')) {
      if (copy.flag('from')) continue;
      const sources = copy.heredocs.length > 0 ? [] : (copy.json ?? copy.words).slice(0, -1);
      for (const { range, value, text } of sources) {
        const path = text.includes('$') ? file.expand(text, copy) : value;
        if (path === null || path.includes('://') || path.startsWith('git@')) continue;
        const [first = '', ...deeper] = levels(path);
        if (first !== '' && (!first.endsWith('*') || deeper.some((part) => !/^\*+$/.test(part)))) continue;
        yield {
          at: range,
          message: `\`${value}\` copies ${first === '' ? 'the whole context' : 'all that matches'}, also files that somebody adds later: secrets, local builds, the repository's history. Name what the image needs.`,
          subject: `${file.subject(copy.keywordRange)} ${copy.text.slice(0, 80)}`,
        };
      }
    }
  },
});
