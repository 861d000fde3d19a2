import { commandSubject, fileSources, insert, rule, shippedStages, stageNamed } from '#rule';

export default rule({
  id: 'composer-no-dev',
  on: 'dockerfile',
  title: 'Composer installs no development packages into the image',
  severity: 'info',
  category: 'size',
  presets: ['strict'],
  fixes: 'unsafe',
  also: ['tally/php/composer-no-dev-in-production', 'tally/composer-no-dev-in-production'],
  cis: ['4.3'],
  nist: ['4.1.2'],
  *check(file) {
    const shipped = new Set(shippedStages(file));
    // What is installed in a stage of its own and copied from there is in the image as well.
    for (const { instruction, name } of fileSources(file)) {
      const from = instruction.stage && shipped.has(instruction.stage) ? stageNamed(file, name) : undefined;
      if (from) for (const stage of [from, ...from.ancestors()]) shipped.add(stage);
    }
    for (const composer of file.commands('composer')) {
      const action = composer.operands.find(({ value }) => value === 'install');
      const { instruction: run } = composer;
      if (!action || !run.stage || !shipped.has(run.stage) || /dev|test/i.test(run.stage.name?.value ?? '')) continue;
      if (
        composer.has('--no-dev', '--dev') ||
        file.expand('$COMPOSER_NO_DEV', run) ||
        composer.assignments.some(({ name }) => name === 'COMPOSER_NO_DEV')
      )
        continue;
      yield {
        at: { start: composer.nameRange.start, end: action.range.end },
        message: '`composer install` also installs the packages that only tests and developers need, and they stay in the image.',
        subject: commandSubject(file, composer),
        fix: composer.exact ? { title: 'Add `--no-dev`', edits: [insert(action.range.end, ' --no-dev')] } : undefined,
      };
    }
  },
});
