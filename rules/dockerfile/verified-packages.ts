import { type Arg, type Command, remove, rule, withoutWords } from '#rule';

const OFF: ReadonlyMap<string, readonly string[]> = new Map(
  (
    [
      ['apt apt-get aptitude', ['--allow-unauthenticated', '--force-yes', '--allow-insecure-repositories']],
      ['apk', ['--allow-untrusted']],
      ['yum dnf dnf5 microdnf tdnf', ['--nogpgcheck', '--no-gpgchecks']],
      ['zypper', ['--no-gpg-checks', '--allow-unsigned-rpm']],
      ['rpm', ['--nosignature', '--nodigest', '--noverify', '--nofiledigest']],
      ['pip', ['--trusted-host']],
    ] as const
  ).flatMap(([programs, options]) => programs.split(' ').map((program) => [program, options] as const)),
);
/** `pip3.12` is pip. */
const VERSION = /^pip\d[\d.]*$/;

/** What installs nothing, and what installs only packages of apk that the build itself has put there and nobody has signed. */
const isHarmless = ({ name, operands: [action, ...packages] }: Command): boolean => {
  if (/^(?:remove|purge|autoremove|clean|index|del)$/.test(action?.value ?? '')) return true;
  return name === 'apk' && packages.length > 0 && packages.every(({ text }) => /^["']?[./].*\.apk["']?$/.test(text));
};

/** Options that turn a check off, each with its value where it stands apart; a host that a variable names is chosen outside. */
function* unverified(command: Command, options: readonly string[]): Iterable<{ option: Arg; last: Arg }> {
  const { args } = command;
  if (isHarmless(command)) return;
  for (const [i, option] of args.entries()) {
    if (!options.includes(option.value?.split('=')[0] ?? '')) continue;
    const last = (option.value === '--trusted-host' ? args[i + 1] : undefined) ?? option;
    if (!last.text.includes('$')) yield { option, last };
  }
}

export default rule({
  id: 'verified-packages',
  on: 'dockerfile',
  title: 'Packages are installed with their signatures checked',
  severity: 'warning',
  category: 'security',
  fixes: 'unsafe',
  also: [
    'checkov/CKV2_DOCKER_4',
    'checkov/CKV2_DOCKER_7',
    'checkov/CKV2_DOCKER_8',
    'checkov/CKV2_DOCKER_9',
    'checkov/CKV2_DOCKER_10',
    'checkov/CKV2_DOCKER_11',
  ],
  cis: ['4.11'],
  nist: ['4.1.3'],
  *check(file) {
    for (const command of file.commands()) {
      const options = OFF.get(VERSION.test(command.name) ? 'pip' : command.name);
      for (const { option, last } of options ? unverified(command, options) : []) {
        const text = option.value ?? option.text;
        const range = withoutWords(file, { start: option.range.start, end: last.range.end });
        yield {
          at: option.range,
          message: `With \`${text}\` \`${command.name}\` installs packages that nobody signed, or that somebody changed on the way.`,
          fix:
            range && command.exact
              ? { title: `Remove \`${text}\`; packages without a valid signature are refused then`, edits: [remove(range)] }
              : undefined,
        };
      }
    }
  },
});
