import { addedItem, replace, rule, wholeServices } from '#rule';

export default rule({
  id: 'cap-drop-all',
  on: 'compose',
  title: 'Services drop the capabilities that they do not need',
  severity: 'info',
  category: 'security',
  presets: ['security', 'strict'],
  fixes: 'unsafe',
  also: ['compose-lint/CL-0006', 'kics/ce76b7d0', 'kics/container_capabilities_unrestricted'],
  cis: ['5.4'],
  nist: ['4.4.3'],
  *check(file) {
    for (const service of wholeServices(file)) {
      const dropped = service.list('cap_drop');
      if (service.flag('privileged') === true || dropped.some(({ string, interpolated }) => interpolated || isAll(string)))
        continue;
      const added = addedItem(file, service, 'cap_drop', 'ALL');
      yield {
        at: service.key.range,
        message: `\`${service.name}\` keeps capabilities of root that hardly any service needs, such as changing owners and writing raw packets. \`cap_drop: [ALL]\` takes them; \`cap_add\` gives back the one that is needed.`,
        fix: added
          ? { title: 'Drop all capabilities: what needs one must get it by `cap_add`', edits: [replace(added.range, added.text)] }
          : undefined,
      };
    }
  },
});

const isAll = (name: string): boolean => /^\s*(?:cap_)?all\s*$/i.test(name);
