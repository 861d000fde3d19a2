import { commandSubject, type Instruction, packageCommands, rule } from '#rule';

const MANAGERS = ['apt', 'apk', 'dnf', 'zypper'] as const;

export default rule({
  id: 'no-lone-updates',
  on: 'dockerfile',
  title: 'A RUN that updates packages installs some, too',
  severity: 'info',
  category: 'reproducibility',
  presets: [],
  also: ['trivy/DS-0017', 'kics/9bae49be', 'kics/update_instruction_alone', 'checkov/CKV_DOCKER_5'],
  cis: ['4.7'],
  *check(file) {
    for (const manager of MANAGERS) {
      const updates = packageCommands(file, manager, 'refresh', 'upgrade');
      if (updates.length === 0) continue;
      const installs = packageCommands(file, manager, 'install').map(({ command }) => command);
      const installing = new Set(installs.map(({ instruction }) => instruction));
      const last = new Map(installs.map(({ instruction, range }) => [instruction.stage, range.start]));
      const told = new Set<Instruction>();
      for (const { command, action, task, packages } of updates) {
        const { instruction: run } = command;
        if (installing.has(run) || told.has(run) || packages.length > 0) continue;
        const later = (last.get(run.stage) ?? 0) > run.range.end;
        // Lists of apt and apk that later installs rely on are told by the rule `update-with-install`; others are of no use here.
        if (task === 'refresh' && (!later || manager === 'apt' || manager === 'apk')) continue;
        told.add(run);
        yield {
          at: { start: command.nameRange.start, end: action.range.end },
          message: `\`${command.name} ${action.value}\` stands alone in its RUN, which the build cache keeps: it is done once, and not again when a later RUN installs something.`,
          subject: commandSubject(file, command),
        };
      }
    }
  },
});
