import { commandSubject, rule } from '#rule';

const SERVICE = 'what it starts ends with this RUN, and a container starts only its CMD or ENTRYPOINT';
const LOOK = 'nobody reads what it prints in a build';
const WHY: ReadonlyMap<string, string> = new Map([
  ['service', SERVICE],
  ['systemctl', SERVICE],
  ['ps', LOOK],
  ['top', LOOK],
  ['free', LOOK],
  ['ifconfig', LOOK],
  ['vim', 'a build has nobody to edit'],
  ['nano', 'a build has nobody to edit'],
  ['ssh', 'a build should depend on no other machine that happens to be up'],
  ['mount', 'a build may not mount, and the container would not have it'],
  ['kill', 'every process ends with its RUN'],
  ['shutdown', 'there is no machine to turn off'],
]);

export default rule({
  id: 'no-pointless-commands',
  on: 'dockerfile',
  title: 'A build runs nothing that only a running system needs',
  severity: 'info',
  category: 'maintainability',
  presets: ['strict'],
  also: ['hadolint/DL3001', 'kics/9b6b0f38', 'kics/run_utilities_and_posix_commands', 'semgrep/nonsensical-command'],
  *check(file) {
    for (const command of file.commands(...WHY.keys())) {
      // `systemctl enable` only writes links; an ssh with a mounted agent fetches something.
      if (command.name === 'systemctl' && !/^(?:start|restart|stop|status)$/.test(command.operands[0]?.value ?? '')) continue;
      if (command.name === 'ssh' && command.instruction.flags.some(({ value }) => value?.includes('type=ssh'))) continue;
      yield {
        at: command.nameRange,
        message: `\`${command.name}\` does no good here: ${WHY.get(command.name)}.`,
        subject: commandSubject(file, command),
      };
    }
  },
});
