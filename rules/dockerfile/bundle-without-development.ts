import { bundleInstalls, commandSubject, rule, settled } from '#rule';

export default rule({
  id: 'bundle-without-development',
  on: 'dockerfile',
  title: 'Bundler installs no gems for development into the image',
  severity: 'info',
  category: 'size',
  presets: [],
  also: ['tally/ruby/missing-bundle-without-development'],
  cis: ['4.3'],
  nist: ['4.1.2'],
  *check(file) {
    for (const { command, action } of bundleInstalls(file)) {
      if (
        settled(file, command.instruction, 'BUNDLE_WITHOUT', /development/) ||
        settled(file, command.instruction, 'BUNDLE_ONLY') ||
        command.has('--without')
      )
        continue;
      yield {
        at: { start: command.nameRange.start, end: action.range.end },
        message:
          '`bundle install` installs the groups `development` and `test`, too, although the image is for production. `ENV BUNDLE_WITHOUT=development:test` leaves them out.',
        subject: commandSubject(file, command),
      };
    }
  },
});
