import { bundleInstalls, cacheTargets, commandSubject, rule, shippedStages } from '#rule';

export default rule({
  id: 'bundler-cache-removed',
  on: 'dockerfile',
  title: 'What Bundler downloads does not stay in the image',
  severity: 'info',
  category: 'size',
  presets: [],
  also: ['tally/ruby/leftover-bundler-cache', 'tally/leftover-bundler-cache'],
  *check(file) {
    const installs = bundleInstalls(file);
    if (installs.length === 0) return;
    const shipped = shippedStages(file);
    for (const { command, action } of installs) {
      const { instruction: run } = command;
      if (!run.stage || !shipped.has(run.stage) || cacheTargets(run).length > 0) continue;
      const later = run.stage.instructionsOf('RUN').filter(({ startLine }) => startLine >= run.startLine);
      const cleaned = later.some(({ commands }) =>
        commands.some(
          ({ name, args }) =>
            (/^(?:rm|find)$/.test(name) && args.some(({ text }) => /cache|\.bundle|bundler\/gems/.test(text))) ||
            (/^bundler?$/.test(name) && args[0]?.value === 'clean'),
        ),
      );
      if (cleaned) continue;
      yield {
        at: { start: command.nameRange.start, end: action.range.end },
        message:
          '`bundle install` keeps each gem as it was downloaded, and the history of those from git. `rm -rf ~/.bundle "$BUNDLE_PATH"/ruby/*/cache "$BUNDLE_PATH"/ruby/*/bundler/gems/*/.git` in the same RUN removes both.',
        subject: commandSubject(file, command),
      };
    }
  },
});
