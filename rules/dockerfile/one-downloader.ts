import { commandSubject, rule } from '#rule';

export default rule({
  id: 'one-downloader',
  on: 'dockerfile',
  title: 'A stage downloads with curl or with wget, not with both',
  severity: 'info',
  category: 'size',
  presets: ['strict'],
  also: ['hadolint/DL4001', 'trivy/DS-0014', 'kics/fc775e75', 'kics/run_using_wget_and_curl', 'semgrep/use-either-wget-or-curl'],
  *check(file) {
    const all = file.commands('curl', 'wget').filter(({ args }) => args.length > 0);
    for (const stage of file.stages) {
      const own = all.filter(({ instruction }) => instruction.stage === stage);
      const usual = own[0]?.name ?? '';
      for (const command of own.filter(({ name }) => name !== usual))
        yield {
          at: command.nameRange,
          message: `This stage downloads with \`${usual}\`, too: two programs, with their libraries and their security fixes, for one job.`,
          subject: commandSubject(file, command),
        };
    }
  },
});
