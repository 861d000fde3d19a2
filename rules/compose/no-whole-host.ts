import { hostMounts, hostPath, rule, writtenOnce } from '#rule';

export default rule({
  id: 'no-whole-host',
  on: 'compose',
  title: 'No service writes to the whole file system of the host',
  severity: 'warning',
  category: 'security',
  also: [
    'kics/1c1325ff',
    'kics/volume_has_sensitive_host_directory',
    'datadog/volume_has_sensitive_host_directory',
    'compose-lint/CL-0001',
    'docksec/sensitive-mounts',
  ],
  cis: ['5.6'],
  nist: ['4.5.5'],
  *check(file) {
    const mounts = hostMounts(file);
    for (const mount of writtenOnce(mounts, ({ range }) => range)) {
      if (!mount.source || mount.readOnly || hostPath(mount) !== '/') continue;
      yield {
        at: mount.source.range,
        message: `\`${mount.source.text}\` is the whole file system of the host: who breaks into this service can change what it runs, and is root there. Mount the one folder that it needs.`,
      };
    }
  },
});
