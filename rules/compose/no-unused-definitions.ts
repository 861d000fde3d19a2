import { type Compose, entryRemoval, loadedWith, nearest, remove, rule } from '#rule';

const SECTIONS = ['networks', 'volumes', 'secrets', 'configs'] as const;
type Section = (typeof SECTIONS)[number];

function usedNames(files: readonly Compose[], section: Section): string[] {
  return files.flatMap(({ services }) =>
    services.flatMap((service) => {
      if (section === 'volumes')
        return service.volumes.flatMap(({ type, source }) =>
          source && (type === 'volume' || type === null || type === 'cluster') ? [source.text] : [],
        );
      const references = section === 'secrets' ? [...service.secrets, ...(service.build?.secrets ?? [])] : service[section];
      return references.map(({ name }) => name);
    }),
  );
}

/** Who switches a service on by taking its comment signs away needs the definition, too. */
function usedInComments(file: Compose): ReadonlySet<string> {
  const comments = file.source.text.match(/^[ \t]*#.*$/gm) ?? [];
  return new Set(comments.flatMap((line) => [...line.matchAll(/- ['"]?([\w.-]{1,200})/g)].map(([, name = '']) => name)));
}

export default rule({
  id: 'no-unused-definitions',
  on: 'compose',
  title: 'Networks, volumes, secrets and configs that are defined are used',
  severity: 'warning',
  category: 'maintainability',
  fixes: 'safe',
  *check(file, { project }) {
    const { root } = file;
    const { complete, others } = loadedWith(project, file, 'all');
    const elsewhere = file.services.some((service) => service.node && (service.get('extends') || service.node.tag));
    if (!root || !complete || file.fragment || elsewhere || file.services.length === 0 || file.problems.length > 0) return;
    // Under another name a file may be loaded together with others, which share by name what is theirs in common.
    const inComments = usedInComments(file);
    const alone = /(?:^|\/)(?:docker-)?compose\.ya?ml$/.test(file.path);
    for (const section of SECTIONS) {
      const used = new Set(usedNames([file, ...others], section));
      if ([...used].some((name) => name.includes('$'))) continue;
      const defined = new Set(file[section].map(({ name }) => name));
      // A use that is misspelt is another rule's to tell.
      for (const name of [...used].filter((one) => !defined.has(one)).slice(0, 100)) used.add(nearest(name, defined) ?? name);
      const unused = file[section].filter(
        ({ name, get }) =>
          !used.has(name) && !(section === 'networks' && name === 'default') && (alone || !get('name')) && !inComments.has(name),
      );
      const holder = root.get(section);
      const whole = root.entry(section);
      for (const { name, key, entry } of unused) {
        const all = unused.length === file[section].length;
        const cut =
          holder?.kind !== 'map' ? null : all && whole ? entryRemoval(file, root, whole) : entryRemoval(file, holder, entry);
        yield {
          at: key.range,
          message: `No service uses \`${name}\`, so that ${section === 'networks' || section === 'volumes' ? 'Compose never creates it' : 'it goes nowhere'} and readers look for its purpose in vain.`,
          fix: cut
            ? {
                title: all && unused.length > 1 ? `Remove \`${section}\`, of which nothing is used` : `Remove \`${name}\``,
                edits: [remove(cut)],
              }
            : undefined,
        };
      }
    }
  },
});
