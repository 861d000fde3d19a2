import { bundleInstalls, commandSubject, rule, settled } from '#rule';

export default rule({
  id: 'bundle-deployment',
  on: 'dockerfile',
  title: 'Bundler installs what Gemfile.lock says',
  severity: 'info',
  category: 'reproducibility',
  presets: [],
  also: ['tally/ruby/missing-bundle-deployment'],
  *check(file) {
    for (const { command, action } of bundleInstalls(file)) {
      if (
        settled(file, command.instruction, 'BUNDLE_DEPLOYMENT') ||
        settled(file, command.instruction, 'BUNDLE_FROZEN') ||
        command.has('--deployment', '--frozen')
      )
        continue;
      yield {
        at: { start: command.nameRange.start, end: action.range.end },
        message:
          '`bundle install` writes a new Gemfile.lock where it does not fit the Gemfile, so that the image has gems that nobody tested. `ENV BUNDLE_DEPLOYMENT=1` makes it stop instead.',
        subject: commandSubject(file, command),
      };
    }
  },
});
