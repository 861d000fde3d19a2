import { dependencyCycles, rule, usedAt } from '#rule';

export default rule({
  id: 'no-dependency-cycles',
  on: 'compose',
  title: 'No service waits for itself',
  severity: 'error',
  category: 'consistency',
  also: ['compose-go/semantic.cycle'],
  *check(file) {
    for (const { use, names } of dependencyCycles(file)) {
      const way = [...names, use.name].map((name) => `\`${name}\``).join(' → ');
      const what = names.length > 1 ? `These services wait for each other: ${way}` : `\`${use.name}\` waits for itself`;
      yield { at: usedAt(use), message: `${what}. None can start first, so that Compose refuses the file.` };
    }
  },
});
