import { appendCommand, commandSubject, isForDevelopment, replace, rule, uncleaned } from '#rule';

const FOLDERS = /\/var\/cache(?:\/zypp|\/\*|\/?$)|^\/var\/(?:\{|\*)/;

export default rule({
  id: 'zypper-cache-removed',
  on: 'dockerfile',
  title: 'zypper cleans up behind it',
  severity: 'info',
  category: 'size',
  fixes: 'safe',
  also: ['hadolint/DL3036', 'trivy/DS-0020', 'kics/38300d1a', 'kics/missing_zypper_clean', 'semgrep/missing-zypper-clean'],
  *check(file) {
    if (isForDevelopment(file)) return;
    for (const { command, action } of uncleaned(file, 'zypper', FOLDERS)) {
      const plain = command.exact && command.wrappers.length === 0;
      const edit = plain ? appendCommand(file, command.instruction, `zypper clean --all`) : null;
      yield {
        at: { start: command.nameRange.start, end: action.range.end },
        message: `What \`${command.name}\` downloads about its repositories stays in this layer. Cleaning up in a later instruction makes the image no smaller.`,
        subject: commandSubject(file, command),
        fix: edit
          ? { title: `Run \`zypper clean --all\` at the end of this RUN`, edits: [replace(edit.range, edit.text)] }
          : undefined,
      };
    }
  },
});
