import { commandSubject, rule, type Stage } from '#rule';

export default rule({
  id: 'one-downloader',
  on: 'dockerfile',
  title: 'A stage downloads with curl or with wget, not with both',
  severity: 'info',
  category: 'size',
  presets: ['strict'],
  also: ['hadolint/DL4001', 'trivy/DS-0014', 'kics/fc775e75', 'kics/run_using_wget_and_curl', 'semgrep/use-either-wget-or-curl'],
  *check(file) {
    const usualOf = new Map<Stage | null, string>();
    for (const command of file.commands('curl', 'wget')) {
      const { stage } = command.instruction;
      if (command.args.length === 0) continue;
      const usual = usualOf.get(stage);
      if (usual === undefined) usualOf.set(stage, command.name);
      else if (usual !== command.name)
        yield {
          at: command.nameRange,
          message: `This stage downloads with \`${usual}\`, too: two programs, with their libraries and their security fixes, for one job.`,
          subject: commandSubject(file, command),
        };
    }
  },
});
