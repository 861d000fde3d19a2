import { hostMounts, hostPath, isSecretPath, isSystemPath, rule, writtenOnce } from '#rule';

export default rule({
  id: 'no-sensitive-host-paths',
  on: 'compose',
  title: 'Services do not see the private folders of the host',
  severity: 'warning',
  category: 'security',
  presets: ['security', 'strict'],
  also: [
    'kics/1c1325ff',
    'kics/volume_has_sensitive_host_directory',
    'datadog/volume_has_sensitive_host_directory',
    'compose-lint/CL-0001',
    'compose-lint/CL-0013',
    'docksec/sensitive-mounts',
  ],
  cis: ['5.6'],
  *check(file) {
    for (const mount of writtenOnce(hostMounts(file), ({ range }) => range)) {
      const path = hostPath(mount);
      // Those that can be written to have a rule of their own.
      if (path === null || !mount.source || !isSecretPath(path) || (!mount.readOnly && (path === '/' || isSystemPath(path))))
        continue;
      yield {
        at: mount.source.range,
        message: `\`${mount.source.text}\` of the host shows the container keys, settings or processes that are none of its business. Mount the one file or folder that it needs.`,
      };
    }
  },
});
