import {
  cacheTargets,
  commandSubject,
  type Dockerfile,
  type Instruction,
  isWindows,
  packageCommands,
  rule,
  type Stage,
} from '#rule';

/** What compiles native modules. */
const COMPILERS = /^(?:python3?|make|gcc|g\+\+|build-base|build-essential)(?:[-=<>~:].*)?$/;
const HELPERS = /^(?:node-gyp|node-pre-gyp|@mapbox\/node-pre-gyp|prebuild-install)(?:@.*)?$/;
const KEEPS = /node-gyp|\.cache\/?$|ccache|prebuil[dt]|\$/;
const FOLDERS = ['npm_config_devdir', 'NPM_CONFIG_DEVDIR', 'npm_package_config_node_gyp_devdir'];

/** The stages that install a compiler or call a helper for native modules. */
function compiling(file: Dockerfile): ReadonlySet<Stage | null> {
  const packages = (['apt', 'apk', 'dnf'] as const)
    .flatMap((manager) => packageCommands(file, manager, 'install'))
    .filter((one) => one.packages.some(({ value }) => COMPILERS.test(value ?? '')));
  const helpers = file
    .commands('npm', 'npx', 'yarn', 'pnpm', 'node-gyp', 'node-pre-gyp', 'prebuild-install')
    .filter(({ name, args }) => HELPERS.test(name) || args.some(({ value }) => HELPERS.test(value ?? '')));
  return new Set([...packages.map(({ command }) => command), ...helpers].map(({ instruction }) => instruction.stage));
}

export default rule({
  id: 'node-gyp-cache-mounts',
  on: 'dockerfile',
  title: 'Headers for native modules are kept in a cache mount',
  severity: 'info',
  category: 'performance',
  presets: [],
  also: ['tally/js/node-gyp-cache-mounts'],
  *check(file) {
    const told = new Set<Instruction>();
    let native: ReadonlySet<Stage | null> | undefined;
    for (const command of file.commands('npm', 'yarn', 'pnpm', 'bun', 'node-gyp')) {
      const { instruction: run } = command;
      const action = command.operands[0]?.value ?? (command.name === 'yarn' && command.args.length === 0 ? 'install' : '');
      const installs =
        command.name === 'node-gyp' ? /^(?:re)?(?:build|install|configure)$/ : /^(?:ci|install|i|add|clean-install|rebuild)$/;
      if (!installs.test(action) || command.has('--ignore-scripts') || told.has(run)) continue;
      const folder = FOLDERS.map((name) => file.expand(`$${name}`, run)).find(Boolean);
      if (cacheTargets(run).some((target) => KEEPS.test(target) || target === folder)) continue;
      native ??= compiling(file);
      const { stage } = run;
      const compiles =
        action === 'rebuild' ||
        command.name === 'node-gyp' ||
        [stage, ...(stage?.ancestors() ?? [])].some((one) => native?.has(one));
      if (!compiles || (stage && isWindows(stage))) continue;
      told.add(run);
      yield {
        at: command.nameRange,
        message: `Packages with native code make node-gyp download the headers of Node for \`${command.name}\`, each time anew. A cache mount on \`/root/.cache/node-gyp\` keeps them between builds.`,
        subject: commandSubject(file, command),
      };
    }
  },
});
