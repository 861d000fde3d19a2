import { type Command, commandSubject, type Dockerfile, type ProposedFix, replace, rule } from '#rule';

const SH = /^(?:\/usr)?\/bin\/sh$/;

/** Only where nothing else happens in the RUN. */
function asShell(file: Dockerfile, link: Command): ProposedFix | undefined {
  const { instruction: run } = link;
  const target = link.operands.at(-2)?.value ?? '';
  const path = target.startsWith('/') ? target : `/bin/${target}`;
  if (run.commands.length !== 1 || run.comments.length > 0 || run.flags.length > 0 || !/^\/[\w/]*\/\w+$/.test(path))
    return undefined;
  const lower = file.source.text.startsWith('run', run.keywordRange.start);
  return {
    title: `Use \`SHELL ["${path}", "-c"]\`; programs in the image keep their \`/bin/sh\` then`,
    edits: [replace(run.range, `${lower ? 'shell' : 'SHELL'} ["${path}", "-c"]`)],
  };
}

export default rule({
  id: 'shell-instruction',
  on: 'dockerfile',
  title: 'SHELL chooses the shell of RUN',
  severity: 'info',
  category: 'maintainability',
  presets: ['strict'],
  fixes: 'unsafe',
  also: ['hadolint/DL4005', 'kics/8a301064', 'kics/changing_default_shell_using_run_command', 'semgrep/use-shell-instruction'],
  *check(file) {
    for (const link of file.commands('ln', 'mv', 'cp')) {
      if (!SH.test(link.operands.at(-1)?.value ?? '') || link.operands.length < 2) continue;
      if (/(?:^|\/)(?:sh|busybox)$/.test(link.operands.at(-2)?.value ?? '')) continue;
      yield {
        at: link.nameRange,
        message: `This puts another program in the place of \`/bin/sh\`, for every script in the image and not only for this file. \`SHELL\` does it for the instructions below.`,
        subject: commandSubject(file, link),
        fix: link.name === 'ln' ? asShell(file, link) : undefined,
      };
    }
    for (const shell of file.commands('powershell', 'pwsh')) {
      if (
        shell.instruction.commands.length > 1 ||
        !shell.has('-command', '-Command', '-c', '-Comm', '-NoProfile') ||
        shell.instruction.json
      )
        continue;
      yield {
        at: shell.nameRange,
        message: `A shell reads this line before \`${shell.name}\` does, so that quotes and \`$\` mean something else. \`SHELL ["${shell.name}", "-Command"]\` gives it the lines below as they stand.`,
        subject: commandSubject(file, shell),
      };
    }
  },
});
