import { cacheTargets, commandSubject, type Instruction, rule } from '#rule';

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
    for (const command of file.commands('npm', 'yarn', 'pnpm', 'bun', 'node-gyp')) {
      const { instruction: run } = command;
      const action = command.operands[0]?.value ?? (command.name === 'yarn' && command.args.length === 0 ? 'install' : '');
      const installs =
        command.name === 'node-gyp' ? /^(?:re)?(?:build|install|configure)$/ : /^(?:ci|install|i|add|clean-install|rebuild)$/;
      if (!installs.test(action) || command.has('--ignore-scripts') || told.has(run)) continue;
      if (cacheTargets(run).some((target) => /node-gyp|\.cache\/?$|\$/.test(target)) || file.expand('$npm_config_devdir', run))
        continue;
      told.add(run);
      yield {
        at: command.nameRange,
        message: `Packages with native code make node-gyp download the headers of Node for \`${command.name}\`, each time anew. A cache mount on \`/root/.cache/node-gyp\` keeps them between builds.`,
        subject: commandSubject(file, command),
      };
    }
  },
});
