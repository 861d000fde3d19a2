import { commandSubject, replace, rule } from '#rule';

/** What both know, written the same. */
const COMMON =
  /^(?:install|update|upgrade|remove|purge|autoremove|autopurge|clean|autoclean|build-dep|source|download|reinstall|satisfy)$/;

export default rule({
  id: 'apt-get-instead-of-apt',
  on: 'dockerfile',
  title: 'Scripts use apt-get, not apt',
  severity: 'info',
  category: 'maintainability',
  presets: ['strict'],
  fixes: 'safe',
  also: ['hadolint/DL3027', 'kics/b84a0b47', 'kics/run_using_apt', 'checkov/CKV_DOCKER_9', 'semgrep/prefer-apt-get'],
  *check(file) {
    for (const apt of file.commands('apt')) {
      const action = apt.operands.find(({ value }) => value !== null && /^[a-z][a-z-]+$/.test(value));
      if (!action) continue;
      const written = file.source.text.slice(apt.nameRange.start, apt.nameRange.end);
      const same = COMMON.test(action.value ?? '');
      const other = /^(?:list|search|show|policy)$/.test(action.value ?? '') ? 'apt-cache' : 'apt-get';
      yield {
        at: apt.nameRange,
        message: `\`apt ${action.value}\` is made for people at a terminal: its options and output may change with any release. \`${other}\` is the one for scripts.`,
        subject: commandSubject(file, apt),
        fix:
          same && apt.exact && written === 'apt'
            ? { title: 'Use `apt-get`', edits: [replace(apt.nameRange, 'apt-get')] }
            : undefined,
      };
    }
  },
});
