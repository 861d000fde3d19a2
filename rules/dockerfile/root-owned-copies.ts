import { type Dockerfile, type Instruction, lastUser, rule } from '#rule';

const ROOT = /^(?:root|0)?(?::(?:root|0)?)?$/;

const accountOf = (name: string): string => name.split(':')[0] ?? '';

/** Below a USER whoever it names is meant to own what is copied: the rule `copied-files-belong-to-user` asks for it. */
function isOwnUser(file: Dockerfile, copy: Instruction, owner: string): boolean {
  const user = copy.stage && lastUser(copy.stage, copy);
  const name = user?.words[0]?.text;
  return Boolean(user && name) && accountOf(file.expand(name ?? '', copy) ?? name ?? '') === accountOf(owner);
}

export default rule({
  id: 'root-owned-copies',
  on: 'dockerfile',
  title: 'Copied files belong to root',
  severity: 'info',
  category: 'security',
  presets: [],
  also: ['kics/aa93e17f', 'kics/chown_flag_exists', 'sonar-iac/S6504', 'terrascan/AC_DOCKER_00024'],
  nist: ['4.1.2'],
  *check(file) {
    for (const copy of file.instructions('COPY', 'ADD')) {
      const chown = copy.flag('chown');
      const value = chown?.value ? (file.expand(chown.value, copy) ?? chown.value) : '';
      const mode = copy.flag('chmod')?.value ?? '';
      if (!chown || ROOT.test(value) || /^[0-7]?[0-5][0-5][0-5]$/.test(mode) || isOwnUser(file, copy, value)) continue;
      yield {
        at: chown.range,
        message: `\`--chown=${chown.value}\` lets the process that runs as this user change what it was copied to run: whoever takes it over can stay. Leave the files to root where they are only read.`,
        subject: `${file.subject(chown.range)} ${copy.text.slice(0, 80)}`,
      };
    }
  },
});
