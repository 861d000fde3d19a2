import { commandSubject, rule, shippedStages } from '#rule';

export default rule({
  id: 'no-xdebug',
  on: 'dockerfile',
  title: 'The image has no Xdebug',
  severity: 'warning',
  category: 'security',
  presets: ['security', 'strict'],
  also: ['tally/php/no-xdebug-in-final-image', 'tally/no-xdebug-in-final-image'],
  cis: ['4.3'],
  nist: ['4.1.2'],
  *check(file) {
    const shipped = shippedStages(file);
    for (const command of file.commands(
      'pecl',
      'docker-php-ext-enable',
      'docker-php-ext-install',
      'install-php-extensions',
      'apt-get',
      'apt',
      'apk',
      'dnf',
      'microdnf',
      'yum',
      'pie',
    )) {
      const { stage } = command.instruction;
      const xdebug = command.args.find(({ value }) => /^(?:php[\w.]*-(?:pecl-)?|xdebug\/)?xdebug(?:[-@=].*)?$/.test(value ?? ''));
      if (
        !xdebug ||
        !stage ||
        !shipped.has(stage) ||
        /dev|debug|test|(?:^|[-_.])ci(?:[-_. ]|$)/i.test(`${stage.name?.value ?? ''} ${file.path}`)
      )
        continue;
      if (command.args.some(({ value }) => /^(?:remove|purge|del|uninstall)$/.test(value ?? ''))) continue;
      yield {
        at: xdebug.range,
        message:
          'Xdebug slows every request down, and with its remote mode on it lets whoever it connects to run code. Keep it in a stage for development.',
        subject: commandSubject(file, command),
      };
    }
  },
});
