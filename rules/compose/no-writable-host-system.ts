import {
  controlSocket,
  hostMounts,
  hostPath,
  isInSystem,
  isSecretPath,
  isSystemPath,
  readOnlyMount,
  replace,
  rule,
  writtenOnce,
} from '#rule';

export default rule<{ below: boolean }>({
  id: 'no-writable-host-system',
  on: 'compose',
  title: 'Services cannot write to the system of the host',
  severity: 'warning',
  category: 'security',
  fixes: 'unsafe',
  also: [
    'kics/1c1325ff',
    'kics/volume_has_sensitive_host_directory',
    'datadog/volume_has_sensitive_host_directory',
    'compose-lint/CL-0025',
    'docksec/sensitive-mounts',
  ],
  cis: ['5.6'],
  nist: ['4.5.5'],
  options: {
    properties: {
      below: {
        type: 'boolean',
        description: 'Whether single files and folders below those of the system are told, too.',
        default: false,
        wider: true,
      },
    },
  },
  *check(file, { options }) {
    const isTold = options.below ? isInSystem : isSystemPath;
    for (const mount of writtenOnce(hostMounts(file), ({ range }) => range)) {
      const path = hostPath(mount);
      if (path === null || !mount.source || mount.readOnly || !isTold(path)) continue;
      // Of some it is enough to be seen.
      const harmless = !isSecretPath(path) && controlSocket(mount) === null;
      const edit = harmless ? readOnlyMount(file, mount) : null;
      yield {
        at: mount.source.range,
        message: `\`${mount.source.text}\` of the host is mounted writable: who breaks into this service can change what the host runs, and is root there. Mount the one folder that it needs, read-only where that does.`,
        fix: edit
          ? { title: 'Mount it read-only: the service can no longer write there', edits: [replace(edit.range, edit.text)] }
          : undefined,
      };
    }
  },
});
