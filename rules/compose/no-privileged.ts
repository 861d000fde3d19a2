import { entryRemoval, flagOf, hooksOf, isDatabase, remove, rule, writtenOnce } from '#rule';

/** Docker inside of Docker has no other way. */
const NEEDS_IT = /(?:^|[:/-])(?:[\w.]+-)?dind(?:[-:@]|$)/;

export default rule<{ services: 'databases' | 'all' }>({
  id: 'no-privileged',
  on: 'compose',
  title: 'Services are not privileged',
  severity: 'warning',
  category: 'security',
  fixes: 'unsafe',
  also: [
    'kics/ae5b6871',
    'kics/privileged_containers_enabled',
    'compose-lint/CL-0002',
    'semgrep/privileged-service',
    'docksec/privileged',
  ],
  cis: ['5.5', '5.23'],
  nist: ['4.4.3'],
  options: {
    properties: {
      services: {
        type: 'string',
        enum: ['databases', 'all'],
        description: 'Which services are asked: databases, caches and brokers, which never need it, or all.',
        default: 'databases',
        wider: 'all',
      },
    },
  },
  *check(file, { options }) {
    const all = options.services === 'all';
    const asked = all ? file.services : file.services.filter(isDatabase);
    const privileged = asked.flatMap((service) => {
      const entry =
        service.flag('privileged') === true && !NEEDS_IT.test(service.image?.text ?? '')
          ? service.entryOf('privileged')
          : undefined;
      const hooks = hooksOf(service).flatMap((holder) => {
        const hook = flagOf(holder.get('privileged')) === true ? holder.entry('privileged') : undefined;
        return hook ? [{ entry: hook, holder, hook: true }] : [];
      });
      return [...(entry && service.node ? [{ entry, holder: service.node, hook: false }] : []), ...hooks];
    });
    for (const { entry, holder, hook } of writtenOnce(privileged, ({ entry: { key } }) => key.range)) {
      const cut = holder.merges.length > 0 ? null : entryRemoval(file, holder, entry);
      yield {
        at: entry.key.range,
        message: hook
          ? '`privileged` runs this command with all capabilities and devices of the host, whatever the service may do. Give the service the single one that is needed.'
          : '`privileged` gives the container all capabilities and devices of the host: who breaks into it is root there. ' +
            (all ? 'Name the single `cap_add` or `devices` that it needs.' : 'A database needs none of them.'),
        fix: cut ? { title: 'Remove `privileged`: the container loses what it does not name', edits: [remove(cut)] } : undefined,
      };
    }
  },
});
