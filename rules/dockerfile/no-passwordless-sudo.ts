import { buildsAsRoot, commandSubject, rule } from '#rule';

export default rule({
  id: 'no-passwordless-sudo',
  on: 'dockerfile',
  title: 'Steps of an unprivileged user do not need sudo',
  severity: 'warning',
  category: 'security',
  presets: ['security', 'strict'],
  also: [
    'hadolint/DL3004',
    'trivy/DS-0010',
    'kics/8ada6e80',
    'kics/run_using_sudo',
    'checkov/CKV2_DOCKER_1',
    'semgrep/no-sudo-in-dockerfile',
    'dockerfilelint/sudo_usage',
  ],
  cis: ['4.1'],
  nist: ['4.1.2'],
  *check(file) {
    for (const sudo of file.commands('sudo')) {
      const { stage } = sudo.instruction;
      const root = stage ? buildsAsRoot(file, stage, sudo.instruction) : null;
      if (root || (root === null && /^(?!root$)./.test(sudo.option('-u', '--user') ?? 'root'))) continue;
      yield {
        at: sudo.nameRange,
        message:
          '`sudo` needs a rule without password in the image, and that rule stays for whoever breaks into the container. Put `USER root` in front of such steps and go back after them.',
        subject: commandSubject(file, sudo),
      };
    }
  },
});
