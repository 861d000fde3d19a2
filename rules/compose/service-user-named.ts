import { rule, wholeServices } from '#rule';

export default rule({
  id: 'service-user-named',
  on: 'compose',
  title: 'Services say which user they run as',
  severity: 'info',
  category: 'security',
  presets: [],
  also: ['docksec/user'],
  cis: ['4.1'],
  nist: ['4.1.2'],
  *check(file) {
    for (const { key, name, get } of wholeServices(file))
      if (!get('user'))
        yield {
          at: key.range,
          message: `Nothing here says which user \`${name}\` runs as: its image decides, and most images say root. Name the one under \`user\`.`,
        };
  },
});
