import {
  type Compose,
  loadedWith,
  nearest,
  type Part,
  type Project,
  replace,
  rule,
  type Service,
  serviceUses,
  usedAt,
  writtenOnce,
} from '#rule';

type Section = 'services' | 'networks' | 'volumes' | 'secrets' | 'configs' | 'models';
interface Use {
  section: Section;
  name: string;
  part: Pick<Part, 'range' | 'via'>;
}

const ONE: Readonly<Record<Section, string>> = {
  services: 'service',
  networks: 'network',
  volumes: 'volume',
  secrets: 'secret',
  configs: 'config',
  models: 'model',
};

function usesOf(service: Service, text: string): Use[] {
  const named = (section: Section, references: readonly { name: string; node: Pick<Part, 'range' | 'via'> }[]): Use[] =>
    references.map(({ name, node }) => ({ section, name, part: node }));
  return [
    ...serviceUses(service, text).map((part): Use => ({ section: 'services', name: part.name, part })),
    ...named('networks', service.networks),
    ...service.volumes.flatMap(({ type, source }): Use[] =>
      type === 'volume' && source ? [{ section: 'volumes', name: source.text, part: source }] : [],
    ),
    ...named('secrets', [...service.secrets, ...(service.build?.secrets ?? [])]),
    ...named('configs', service.configs),
  ].filter(({ name }) => !/[$\0]/.test(name));
}

const namesOf = (file: Compose, section: Section): string[] => [
  ...(section === 'networks' ? ['default'] : []),
  ...file[section].map(({ name }) => name),
];

/** Names that a section has in this file and in those that it is loaded with; `null` when more may be in files that are not here. */
function definitions(file: Compose, project: Project): ((section: Section) => ReadonlySet<string>) | null {
  const { complete, others } = loadedWith(project, file, 'bases');
  const sections = new Map<Section, ReadonlySet<string>>();
  const get = (section: Section) => {
    const names = sections.get(section) ?? new Set([file, ...others].flatMap((one) => namesOf(one, section)));
    sections.set(section, names);
    return names;
  };
  return complete && !file.fragment ? get : null;
}

/** In a folder of its own, a file that defines none of what it uses is mostly there to be merged into another one. */
function isPart(file: Compose, missing: readonly Use[]): boolean {
  return file.path.includes('/') && missing.some(({ section }) => section !== 'services' && file[section].length === 0);
}

export default rule({
  id: 'defined-references',
  on: 'compose',
  title: 'Networks, volumes, secrets, configs and services are defined where they are used',
  severity: 'error',
  category: 'consistency',
  fixes: 'unsafe',
  also: ['compose-go/semantic.undefined-reference'],
  *check(file, { project }) {
    const defined = file.problems.length > 0 || file.legacy ? null : definitions(file, project);
    if (!defined) return;
    const uses = file.services.flatMap((service) => usesOf(service, file.source.text));
    const missing = uses.filter(({ section, name }) => !defined(section).has(name));
    if (isPart(file, missing)) return;
    for (const { section, name, part } of writtenOnce(missing, (use) => use.part.range)) {
      const near = nearest(name, defined(section));
      const where = section === 'services' ? 'no service of this file' : `not defined under \`${section}\``;
      yield {
        at: usedAt(part),
        message: `The ${ONE[section]} \`${name}\` is ${where}, so that Compose refuses the file.${near ? ` Did you mean \`${near}\`?` : ''}`,
        fix:
          near && !part.via && file.source.text.slice(part.range.start, part.range.end) === name
            ? { title: `Use the ${ONE[section]} \`${near}\``, edits: [replace(part.range, near)] }
            : undefined,
      };
    }
  },
});
