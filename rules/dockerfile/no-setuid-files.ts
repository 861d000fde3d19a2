import { fileModes, rule, setsUser } from '#rule';

export default rule({
  id: 'no-setuid-files',
  on: 'dockerfile',
  title: 'No program gets the setuid bit',
  severity: 'warning',
  category: 'security',
  presets: ['security', 'strict'],
  also: ['dockle/CIS-DI-0008', 'sonar-iac/S2612'],
  cis: ['4.8'],
  nist: ['4.1.2'],
  *check(file) {
    for (const { mode, range, command } of fileModes(file)) {
      if (!setsUser(mode)) continue;
      const files = command?.operands.slice(1).map(({ text }) => text) ?? [];
      yield {
        at: range,
        message: `\`${mode}\` sets the setuid bit: whoever starts the program runs it as its owner, which is how an unprivileged process in the container becomes root.`,
        subject: `${file.subject(range)} ${files.join(' ').slice(0, 100)}`,
      };
    }
  },
});
