import { replaceableCd, rule, withTriggers } from '#rule';

export default rule({
  id: 'no-cd-in-run',
  on: 'dockerfile',
  title: 'RUN never changes its directory',
  severity: 'info',
  category: 'style',
  presets: [],
  also: ['hadolint/DL3003', 'trivy/DS-0013', 'kics/f4a6bcd3', 'kics/run_command_cd_instead_of_workdir', 'semgrep/use-workdir'],
  *check(file) {
    for (const run of withTriggers(file, 'RUN')) {
      const cd = run.commands.find(({ name, args }) => name === 'cd' && args.length > 0);
      // One `cd` that a WORKDIR can replace is told by the rule `workdir-instead-of-cd`.
      if (!cd || replaceableCd(run)) continue;
      const path = cd.args[0]?.text ?? '';
      const where = run.commands[0] === cd ? '' : ' in the middle of its commands';
      yield {
        at: cd.nameRange,
        message: `This RUN goes to \`${path}\`${where}: what comes behind runs somewhere else than what stands in front. Options such as \`git -C\` and \`make -C\`, or a RUN of its own behind a WORKDIR, keep one place.`,
        subject: `${file.subject(cd.nameRange)} ${path}`,
      };
    }
  },
});
