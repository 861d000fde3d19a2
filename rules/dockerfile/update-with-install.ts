import { commandSubject, rule, shippedStages, staleInstalls, updateTogether } from '#rule';

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
    const shipped = shippedStages(file);
    for (const manager of ['apt', 'apk', 'pacman'] as const)
      for (const { update, relying } of staleInstalls(file, manager)) {
        const [first] = relying;
        if (!first) continue;
        const edits = updateTogether(file, update, relying, shipped);
        yield {
          at: update.command.nameRange,
          message: `This \`${update.command.name} ${update.action.value}\` is a layer of its own, and the build cache keeps it: an install below that changes months later still sees today's list and asks for packages that are gone.`,
          subject: commandSubject(file, update.command),
          related: [{ at: first.command.nameRange, message: 'Installs from those lists' }],
          fix: edits ? { title: 'Update in the RUN that installs', edits } : undefined,
        };
      }
  },
});
