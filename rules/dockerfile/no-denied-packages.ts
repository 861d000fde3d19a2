import { commandSubject, packageCommands, rule, shippedStages } from '#rule';

type Options = { packages: readonly string[] };
const MANAGERS = ['apt', 'apk', 'dnf', 'zypper'] as const;

export default rule<Options>({
  id: 'no-denied-packages',
  on: 'dockerfile',
  title: 'The image has no package that the settings forbid',
  severity: 'warning',
  category: 'security',
  presets: ['security', 'strict'],
  cis: ['4.3', '5.7'],
  nist: ['4.1.2'],
  options: {
    properties: {
      packages: {
        description: 'Packages that the final image must not install',
        type: 'array',
        items: { type: 'string' },
        default: [
          'openssh-server',
          'dropbear',
          'telnetd',
          'inetutils-telnetd',
          'telnet-server',
          'rsh-server',
          'vsftpd',
          'xinetd',
          'tftp-server',
          'tftpd-hpa',
          'ypserv',
        ],
      },
    },
  },
  *check(file, { options }) {
    const denied = new Set(options.packages);
    const shipped = shippedStages(file);
    for (const manager of MANAGERS)
      for (const { command, packages } of packageCommands(file, manager, 'install')) {
        const { stage } = command.instruction;
        if (!stage || !shipped.has(stage)) continue;
        for (const { value, range } of packages) {
          const name = value?.split(/[=<>~@:]/)[0] ?? '';
          if (!denied.has(name)) continue;
          yield {
            at: range,
            message: `\`${name}\` has no place in a container: it is one more service to break into, and \`docker exec\` needs none.`,
            subject: `${commandSubject(file, command).slice(0, 40)} ${name}`,
          };
        }
      }
  },
});
