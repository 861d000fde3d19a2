import { rule } from '#rule';

export default rule({
  id: 'no-cd-in-run',
  on: 'dockerfile',
  title: 'RUN never changes its directory',
  severity: 'info',
  category: 'style',
  presets: [],
  also: ['hadolint/DL3003', 'trivy/DS-0013', 'kics/f4a6bcd3', 'kics/run_command_cd_instead_of_workdir', 'semgrep/use-workdir'],
  *check(file) {
    for (const run of file.instructions('RUN')) {
      const changes = run.commands.filter(({ name, args }) => name === 'cd' && args.length > 0);
      const [cd] = changes;
      if (!cd) continue;
      const [first] = run.commands;
      // One `cd` that a WORKDIR can replace is told by the rule `workdir-instead-of-cd`.
      if (changes.length === 1 && (run.commands.at(-1) === cd || (first === cd && cd.args[0]?.value?.startsWith('/')))) continue;
      const path = cd.args[0]?.text ?? '';
      yield {
        at: cd.nameRange,
        message: `This RUN goes to \`${path}\` in the middle of its commands: what comes behind runs somewhere else than what stands in front. Options such as \`git -C\` and \`make -C\`, or a RUN of its own behind a WORKDIR, keep one place.`,
        subject: `${file.subject(cd.nameRange)} ${path}`,
      };
    }
  },
});
