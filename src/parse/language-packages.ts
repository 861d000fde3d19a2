// Which packages the installers of programming languages are told to install: pip, npm, gem, go.
import type { Dockerfile } from './dockerfile/model.ts';
import { pipInstalls } from './pip.ts';
import type { Arg, Command } from './shell/model.ts';

export interface LanguagePackages {
  readonly command: Command;
  /** `install`, `add` … */
  readonly action: Arg;
  readonly packages: readonly Arg[];
}

const options = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const PIP_VALUED = options(
  '-r --requirement -c --constraint -e --editable -t --target -i --index-url --extra-index-url -f --find-links --prefix --root --trusted-host --platform --python-version --implementation --abi --only-binary --no-binary --progress-bar --cert --client-cert --timeout --proxy --retries --log --src --cache-dir --upgrade-strategy --global-option --install-option --config-settings -C --report --exists-action --python --no-build-isolation-package --group --keyring-provider --root-user-action --default-timeout --exists-action',
);
const NPM_VALUED = options(
  '--registry --prefix -C --loglevel --cache --tag --omit --include --only --workspace -w --userconfig --before --cpu --os --install-strategy --target',
);
const GEM_VALUED = options(
  '-i --install-dir -n --bindir -P --trust-policy -s --source -p --http-proxy --platform -g --file --without -B --bulk-threshold',
);
const GO_VALUED = options('-ldflags -tags -o -p -gcflags -asmflags -mod -modfile -C -buildmode -exec');

/** What `pip install` is told to install; constraints and hashes settle the versions of all of them. */
export function pipPackages(file: Dockerfile): LanguagePackages[] {
  return pipInstalls(file)
    .filter(({ command }) => !command.has('-c', '--constraint', '--require-hashes', '--no-index'))
    .map(({ command, action }) => ({ command, action, packages: operandsAfter(command, action, PIP_VALUED) }));
}

export const npmPackages = (file: Dockerfile) => named(file, ['npm'], ['install', 'i', 'add'], NPM_VALUED);
export const goPackages = (file: Dockerfile) => named(file, ['go'], ['install', 'get', 'run'], GO_VALUED);

/** What other managers are told to add: `yarn add a b`, `composer require a/b`, `uv pip install a`. */
export const addedPackages = (file: Dockerfile): LanguagePackages[] => [
  ...named(file, ['yarn', 'pnpm', 'bun'], ['add', 'install', 'i'], NPM_VALUED),
  ...named(file, ['composer'], ['require'], new Set()),
  ...named(file, ['uv'], ['add'], PIP_VALUED),
  ...file.commands('uv').flatMap((command) => {
    const [pip, action] = command.operands;
    return pip?.value === 'pip' && action?.value === 'install'
      ? [{ command, action, packages: operandsAfter(command, action, PIP_VALUED) }]
      : [];
  }),
];

/** `gem install a b`; a version as an option is that of all of them. */
export const gemPackages = (file: Dockerfile) =>
  named(file, ['gem'], ['install', 'i', 'update'], GEM_VALUED).filter(({ command }) => !command.has('-v', '--version'));

function named(
  file: Dockerfile,
  names: readonly string[],
  actions: readonly string[],
  valued: ReadonlySet<string>,
): LanguagePackages[] {
  return file.commands(...names).flatMap((command) => {
    const action = command.operands[0];
    return action?.value && actions.includes(action.value)
      ? [{ command, action, packages: operandsAfter(command, action, valued) }]
      : [];
  });
}

function operandsAfter(command: Command, action: Arg, valued: ReadonlySet<string>): readonly Arg[] {
  const found: Arg[] = [];
  const args = command.args.slice(command.args.indexOf(action) + 1);
  for (const [i, arg] of args.entries()) {
    const text = arg.value ?? arg.text;
    if (text.startsWith('-') || valued.has(args[i - 1]?.text ?? '')) continue;
    found.push(arg);
  }
  return found;
}
