import { controlSocket, hostMounts, isDatabase, rule, writtenOnce } from '#rule';

/** Their only purpose is to let others at the socket with less rights. */
const PROXY = /docker-?socket-?proxy|socket-proxy/;

export default rule<{ services: 'databases' | 'all' }>({
  id: 'no-docker-socket',
  on: 'compose',
  title: 'Services do not get the socket of the container engine, or of systemd',
  severity: 'warning',
  category: 'security',
  also: [
    'kics/d6355c88',
    'kics/docker_socket_mounted_in_container',
    'compose-lint/CL-0001',
    'semgrep/exposing-docker-socket-volume',
    'docksec/docker-socket',
  ],
  cis: ['5.32'],
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
    const mounts = hostMounts(
      file,
      asked.filter(({ image }) => !PROXY.test(image?.text ?? '')),
    );
    for (const mount of writtenOnce(mounts, ({ range }) => range)) {
      const what = controlSocket(mount);
      if (!what || !mount.source) continue;
      const { text, range } = mount.source;
      const gives =
        what === 'socket' ? `\`${text}\` controls the container engine` : `\`${text}\` holds the socket of the container engine`;
      const so =
        what === 'systemd'
          ? `By \`${text}\` systemd is controlled: who breaks into this service can have any program started on the host, as root.`
          : `${gives}: who breaks into this service can start a privileged container and is root on the host.`;
      const instead = !all
        ? 'A database has no use for it: remove the mount.'
        : what === 'systemd'
          ? 'Mount the one file below it that the service needs.'
          : 'Put a socket proxy in between that lets through only the calls it needs.';
      const readOnly = mount.readOnly ? ' Read-only does not help: it protects the file, not what is said through it.' : '';
      yield {
        at: range,
        message: `${so}${readOnly} ${instead}`,
      };
    }
  },
});
