import { buildsAsRoot, type Command, commandSubject, type Dockerfile, type ProposedFix, remove, rule } from '#rule';

/** Takes `sudo` and its options without value away, where what follows stands on the same line. */
function withoutSudo(file: Dockerfile, sudo: Command): ProposedFix | undefined {
  const first = sudo.args.find(({ value }) => value === null || !/^-[EHSkn]+$/.test(value));
  if (!first || first.text.startsWith('-') || !sudo.exact) return undefined;
  const range = { start: sudo.nameRange.start, end: first.range.start };
  if (file.source.text.slice(range.start, range.end).includes('\n')) return undefined;
  return { title: 'Remove `sudo`', edits: [remove(range)] };
}

export default rule({
  id: 'no-sudo',
  on: 'dockerfile',
  title: 'Steps that run as root do not call sudo',
  severity: 'warning',
  category: 'security',
  fixes: 'unsafe',
  also: [
    'hadolint/DL3004',
    'trivy/DS-0010',
    'kics/8ada6e80',
    'kics/run_using_sudo',
    'checkov/CKV2_DOCKER_1',
    'semgrep/no-sudo-in-dockerfile',
    'dockerfilelint/sudo_usage',
  ],
  nist: ['4.1.2'],
  *check(file) {
    for (const sudo of file.commands('sudo')) {
      const { stage } = sudo.instruction;
      if (!stage || buildsAsRoot(file, stage, sudo.instruction) !== true) continue;
      if (/^(?!root$)./.test(sudo.option('-u', '--user') ?? 'root')) continue;
      yield {
        at: sudo.nameRange,
        message: '`sudo` is of no use here, because the step runs as root. It only brings a way to become root into the image.',
        subject: commandSubject(file, sudo),
        fix: withoutSudo(file, sudo),
      };
    }
  },
});
