// What a command of a distribution's package manager does, and to which packages: apt-get(8), apk(8), dnf(8), microdnf(8), zypper(8), pacman(8).
import type { Dockerfile } from './dockerfile/model.ts';
import { readPacman } from './pacman.ts';
import type { Arg, Command } from './shell/model.ts';

export type Manager = 'apt' | 'apk' | 'dnf' | 'zypper' | 'pacman';
export type Task = 'install' | 'refresh' | 'upgrade' | 'remove' | 'clean';

export interface PackageCommand {
  readonly command: Command;
  /** The word that says what to do, and what that is. */
  readonly action: Arg;
  readonly task: Task;
  /** What it is done to: names, files, patterns; without options and their values. */
  readonly packages: readonly Arg[];
  /** Some option hides in a variable, so that absence proves nothing. */
  readonly unknownOptions: boolean;
}

interface Facts {
  readonly names: readonly string[];
  readonly tasks: Readonly<Record<Task, readonly string[]>>;
  /** Options whose value is the next word. */
  readonly valued: ReadonlySet<string>;
}

const words = (text: string) => text.split(' ');
const options = (text: string): ReadonlySet<string> => new Set(words(text));

const FACTS: Readonly<Record<Exclude<Manager, 'pacman'>, Facts>> = {
  apt: {
    names: ['apt-get', 'apt', 'aptitude'],
    tasks: {
      install: ['install', 'build-dep', 'reinstall'],
      refresh: ['update'],
      upgrade: words('upgrade dist-upgrade full-upgrade safe-upgrade dselect-upgrade'),
      remove: words('remove purge autoremove auto-remove autopurge'),
      clean: words('clean autoclean distclean dist-clean'),
    },
    valued: options(
      '-o --option -t --target-release --default-release -c --config-file -a --host-architecture -P --build-profiles',
    ),
  },
  apk: {
    names: ['apk'],
    tasks: { install: ['add'], refresh: ['update'], upgrade: ['upgrade'], remove: ['del'], clean: ['cache'] },
    valued: options(
      '-t --virtual -X --repository -p --root --keys-dir --repositories-file --wait --arch --cache-dir --cache-max-age --progress-fd',
    ),
  },
  dnf: {
    names: ['dnf', 'dnf5', 'yum', 'microdnf', 'tdnf'],
    tasks: {
      install: words('install in localinstall groupinstall reinstall group-install'),
      refresh: ['makecache', 'check-update'],
      upgrade: words('update upgrade up distro-sync distribution-synchronization dist-sync upgrade-minimal update-minimal'),
      remove: words('remove rm erase autoremove swap'),
      clean: ['clean'],
    },
    valued: options(
      '-c --config --releasever --installroot --enablerepo --disablerepo --repo --repoid -x --exclude --setopt --forcearch -d -e',
    ),
  },
  zypper: {
    names: ['zypper'],
    tasks: {
      install: words('install in install-new-recommends source-install si'),
      refresh: ['refresh', 'ref'],
      upgrade: words('update up dist-upgrade dup patch'),
      remove: ['remove', 'rm'],
      clean: ['clean', 'cc', 'clean-all'],
    },
    valued: options(
      '-r --repo --from -t --type -R --root --installroot -p --plus-repo -D --reposd-dir -c --config --releasever --plus-content',
    ),
  },
};

/** The commands of a manager that do one of these tasks, in order. */
export function packageCommands(file: Dockerfile, manager: Manager, ...tasks: Task[]): PackageCommand[] {
  const names = manager === 'pacman' ? ['pacman'] : FACTS[manager].names;
  return file.commands(...names).flatMap((command) => {
    const read = manager === 'pacman' ? readPacman(command) : readPackageCommand(command, FACTS[manager]);
    return read && tasks.includes(read.task) ? [read] : [];
  });
}

function readPackageCommand(command: Command, { tasks, valued }: Facts): PackageCommand | null {
  const operands: Arg[] = [];
  let unknownOptions = false;
  let takesNext = false;
  for (const arg of command.args) {
    const text = arg.value ?? arg.text;
    if (takesNext) takesNext = false;
    else if (text.startsWith('-') && text !== '-') takesNext = valued.has(text);
    else {
      operands.push(arg);
      if (arg.value === null && (operands.length === 1 || /opt|arg|flag|yes/i.test(arg.text))) unknownOptions = true;
    }
  }
  // dnf(8): `dnf module install nodejs:22`.
  if (operands[0]?.value === 'module') operands.shift();
  const [action, ...packages] = operands;
  const task = (Object.keys(tasks) as Task[]).find((name) => tasks[name].includes(action?.value ?? ''));
  return action && task ? { command, action, task, packages, unknownOptions } : null;
}
