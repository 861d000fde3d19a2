import { type Arg, type Command, remove, rule, withoutWords } from '#rule';

const OFF: readonly [RegExp, readonly string[]][] = [
  [/^(?:apt|apt-get|aptitude)$/, ['--allow-unauthenticated', '--force-yes', '--allow-insecure-repositories']],
  [/^apk$/, ['--allow-untrusted']],
  [/^(?:yum|dnf|dnf5|microdnf|tdnf)$/, ['--nogpgcheck', '--no-gpgchecks']],
  [/^zypper$/, ['--no-gpg-checks', '--allow-unsigned-rpm']],
  [/^rpm$/, ['--nosignature', '--nodigest', '--noverify', '--nofiledigest']],
  [/^pip(?:\d[\d.]*)?$/, ['--trusted-host']],
];

/** Options that turn a check off, each with its value where it stands apart. */
function* unverified({ name, args }: Command): Iterable<{ option: Arg; last: Arg }> {
  const options = OFF.find(([names]) => names.test(name))?.[1] ?? [];
  for (const [i, option] of args.entries()) {
    if (!options.includes(option.value?.split('=')[0] ?? '')) continue;
    yield { option, last: (option.value === '--trusted-host' ? args[i + 1] : undefined) ?? option };
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
  *check(file) {
    for (const command of file.commands())
      for (const { option, last } of unverified(command)) {
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
  },
});
