import {
  controlSocket,
  hostMounts,
  hostPath,
  isInSystem,
  isSecretPath,
  isTimeFile,
  readOnlyMount,
  replace,
  rule,
  writtenOnce,
} from '#rule';

export default rule({
  id: 'no-sensitive-host-paths',
  on: 'compose',
  title: 'Services do not see the private folders of the host',
  severity: 'warning',
  category: 'security',
  presets: ['security', 'strict'],
  fixes: 'unsafe',
  also: [
    'kics/1c1325ff',
    'kics/volume_has_sensitive_host_directory',
    'datadog/volume_has_sensitive_host_directory',
    'compose-lint/CL-0013',
    'docksec/sensitive-mounts',
  ],
  cis: ['5.6'],
  nist: ['4.5.5'],
  *check(file) {
    for (const mount of writtenOnce(hostMounts(file), ({ range }) => range)) {
      const path = hostPath(mount);
      if (path === null || !mount.source) continue;
      const what = `\`${mount.source.text}\` of the host`;
      const time = isTimeFile(path) && !mount.readOnly;
      // Those that can be written to, and sockets of engines, have rules of their own.
      const told = (!mount.readOnly && (path === '/' || isInSystem(path))) || controlSocket(mount) !== null;
      if (!time && (told || !isSecretPath(path))) continue;
      const edit = time ? readOnlyMount(file, mount) : null;
      yield {
        at: mount.source.range,
        message: time
          ? `${what} can be changed by the container, and the time of the host with it. Mount it read-only.`
          : `${what} ${shows(path)}`,
        fix: edit
          ? { title: 'Mount it read-only: the service can no longer change it', edits: [replace(edit.range, edit.text)] }
          : undefined,
      };
    }
  },
});

function shows(path: string): string {
  if (/^\/(?:var\/)?run\//.test(path))
    return 'holds sockets and states by which other programs of the host are reached. Mount the one that it needs.';
  if (path.startsWith('/dev/') || path === '/dev')
    return 'shows the container devices that are none of its business. Name the one that it needs under `devices`.';
  return 'shows the container keys, settings or processes that are none of its business. Mount the one file or folder that it needs.';
}
