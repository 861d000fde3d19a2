import { commandSubject, packageCommands, remove, rule, withoutCommand } from '#rule';

const MANAGERS = ['apt', 'apk', 'dnf', 'zypper'] as const;

export default rule({
  id: 'no-full-upgrade',
  on: 'dockerfile',
  title: 'Packages of the base image are upgraded with the base image',
  severity: 'info',
  category: 'reproducibility',
  presets: ['strict'],
  fixes: 'unsafe',
  also: [
    'hadolint/DL3035',
    'trivy/DS-0024',
    'semgrep/avoid-apt-get-upgrade',
    'semgrep/avoid-apk-upgrade',
    'semgrep/avoid-dnf-update',
    'semgrep/avoid-yum-update',
    'semgrep/avoid-zypper-update',
    'dockerfilelint/apt-get-upgrade',
    'dockerfilelint/apt-get-dist-upgrade',
  ],
  *check(file) {
    for (const manager of MANAGERS) {
      const installing = new Set(packageCommands(file, manager, 'install').map(({ command }) => command.instruction));
      for (const { command, action, packages, unknownOptions } of packageCommands(file, manager, 'upgrade')) {
        const some = packages.length > 0 && command.name !== 'apt-get';
        if (some || unknownOptions || command.has('--security', '--advisory', '--sec-severity', '-s', '--simulate')) continue;
        const range = installing.has(command.instruction) ? withoutCommand(file, command) : null;
        yield {
          at: { start: command.nameRange.start, end: action.range.end },
          message: `\`${action.value}\` replaces packages of the base image by whatever is newest on the day of the build: the image grows by all of them and differs from the next one.`,
          subject: commandSubject(file, command),
          fix: range ? { title: 'Leave the packages of the base image as they are', edits: [remove(range)] } : undefined,
        };
      }
    }
  },
});
