import { alphabetic, replace, rule, sortedEntries } from '#rule';

export default rule({
  id: 'sorted-services',
  on: 'compose',
  title: 'Services stand in the order of the alphabet',
  severity: 'info',
  category: 'style',
  presets: ['strict'],
  fixes: 'safe',
  also: ['dclint/services-alphabetical-order'],
  *check(file) {
    const services = file.root?.get('services');
    if (services?.kind !== 'map') return;
    const { misplaced, edit } = sortedEntries(file, services, alphabetic);
    for (const [index, { key }] of misplaced.entries())
      yield {
        at: key.range,
        message: `\`${key.string}\` stands behind services that come after it in the alphabet.`,
        fix: edit && index === 0 ? { title: 'Sort the services', edits: [replace(edit.range, edit.text)] } : undefined,
      };
  },
});
