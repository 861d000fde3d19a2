import { commandSubject, packageCommands, rule, updateTogether } from '#rule';

export default rule({
  id: 'update-with-install',
  on: 'dockerfile',
  title: 'Package lists are updated in the RUN that installs from them',
  severity: 'warning',
  category: 'reliability',
  fixes: 'safe',
  also: [
    'trivy/DS-0017',
    'kics/9bae49be',
    'kics/update_instruction_alone',
    'checkov/CKV_DOCKER_5',
    'dockerfilelint/apt-get-update_require_install',
  ],
  cis: ['4.7'],
  *check(file) {
    for (const manager of ['apt', 'apk'] as const) {
      const updates = packageCommands(file, manager, 'refresh');
      const updating = new Set(updates.map(({ command }) => command.instruction));
      const installs = packageCommands(file, manager, 'install').filter(
        ({ command }) => !updating.has(command.instruction) && !command.has('--no-cache', '-U', '--update', '--update-cache'),
      );
      const installing = new Set(packageCommands(file, manager, 'install', 'upgrade').map(({ command }) => command.instruction));
      for (const update of updates) {
        const { instruction: run } = update.command;
        const next = updates.find(
          ({ command }) => command.instruction.range.start > run.range.end && command.instruction.stage === run.stage,
        );
        const end = next?.command.instruction.range.start ?? Number.POSITIVE_INFINITY;
        const relying = installs.filter(
          ({ command: { instruction } }) =>
            instruction.stage === run.stage && instruction.range.start > run.range.end && instruction.range.start < end,
        );
        const [first] = relying;
        if (!first || installing.has(run)) continue;
        const edits = updateTogether(file, update, relying);
        yield {
          at: update.command.nameRange,
          message: `This \`${update.command.name} ${update.action.value}\` is a layer of its own, and the build cache keeps it: an install below that changes months later still sees today's list and asks for packages that are gone.`,
          subject: commandSubject(file, update.command),
          related: [{ at: first.command.nameRange, message: 'Installs from those lists' }],
          fix: edits ? { title: 'Update in the RUN that installs', edits } : undefined,
        };
      }
    }
  },
});
