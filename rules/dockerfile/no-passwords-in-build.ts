import { type Command, commandSubject, rule } from '#rule';

/** Words that a pipe hands to `chpasswd`, where they are written here. */
function isWritten({ pipedFrom: from, redirects }: Command): boolean {
  const here = redirects.find(({ operator }) => operator === '<<<' || operator === '<<');
  if (here) return here.operator === '<<' || here.target?.value != null;
  return from !== null && /^(?:echo|printf)$/.test(from.name) && from.args.every(({ value }) => value !== null);
}

function found(command: Command): string | null {
  const { name, args } = command;
  if (name === 'chpasswd')
    return isWritten(command)
      ? '`chpasswd` gets a password that is written here: everybody who can read this file has it, and it opens every container of the image.'
      : '`chpasswd` sets a password that is the same in every container of the image, and whose hash everybody who can pull it can try to break.';
  if (name === 'passwd' && command.has('-d', '--delete')) return '`passwd -d` leaves an account that needs no password.';
  if (/^(?:useradd|usermod)$/.test(name) && command.has('-p', '--password')) {
    const value = command.option('-p', '--password');
    const locked = value !== null && /^[!*]/.test(value);
    return locked
      ? null
      : `\`${name} ${args.find(({ text }) => /^-(?:p|-password)/.test(text))?.text.slice(0, 10) ?? '-p'}\` puts the same password into every container of the image.`;
  }
  return null;
}

export default rule({
  id: 'no-passwords-in-build',
  on: 'dockerfile',
  title: 'No passwords are set while the image is built',
  severity: 'warning',
  category: 'security',
  presets: ['security', 'strict'],
  also: ['checkov/CKV2_DOCKER_17', 'dockle/DKL-LI-0001'],
  cis: ['4.10'],
  nist: ['4.1.4'],
  *check(file) {
    for (const command of file.commands('chpasswd', 'passwd', 'useradd', 'usermod')) {
      const message = found(command);
      if (message) yield { at: command.nameRange, message, subject: commandSubject(file, command) };
    }
  },
});
