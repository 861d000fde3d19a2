import { entryRemoval, remove, rule, writtenOnce } from '#rule';

export default rule({
  id: 'no-api-socket',
  on: 'compose',
  title: 'Services do not get the Docker API by use_api_socket',
  severity: 'warning',
  category: 'security',
  fixes: 'unsafe',
  cis: ['5.32'],
  nist: ['4.4.3'],
  *check(file) {
    const users = file.services.flatMap((service) => {
      const entry = service.flag('use_api_socket') === true ? service.entryOf('use_api_socket') : undefined;
      return entry && service.node ? [{ entry, holder: service.node }] : [];
    });
    for (const { entry, holder } of writtenOnce(users, ({ entry: { key } }) => key.range)) {
      const cut = holder.merges.length > 0 ? null : entryRemoval(file, holder, entry);
      yield {
        at: entry.key.range,
        message:
          '`use_api_socket` mounts the socket of Docker Engine and the credentials of your registries into the container: who breaks into it is root on the host.',
        fix: cut
          ? { title: 'Remove `use_api_socket`: the service can no longer speak to Docker', edits: [remove(cut)] }
          : undefined,
      };
    }
  },
});
