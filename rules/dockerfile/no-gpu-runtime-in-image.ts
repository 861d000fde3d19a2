import { commandSubject, packageCommands, rule } from '#rule';

const RUNTIME = /^(?:nvidia-container-(?:toolkit|runtime)|nvidia-docker2?|libnvidia-container)[\w.=*-]*$/;

export default rule({
  id: 'no-gpu-runtime-in-image',
  on: 'dockerfile',
  title: 'The container runtime for GPUs is installed on the host',
  severity: 'warning',
  category: 'maintainability',
  presets: ['strict'],
  also: ['tally/gpu/no-container-runtime-in-image'],
  cis: ['4.3'],
  nist: ['4.1.2'],
  *check(file) {
    for (const manager of ['apt', 'apk', 'dnf', 'zypper'] as const)
      for (const { command, packages } of packageCommands(file, manager, 'install')) {
        const found = packages.find(({ value }) => RUNTIME.test(value ?? ''));
        if (!found) continue;
        yield {
          at: found.range,
          message: `\`${found.text}\` is what the engine of the host needs to give GPUs to containers. Inside of a container it does nothing.`,
          subject: commandSubject(file, command),
        };
      }
  },
});
