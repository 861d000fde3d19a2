import { commandSubject, packageCommands, rule, shippedStages } from '#rule';

export default rule({
  id: 'preloaded-jemalloc',
  on: 'dockerfile',
  title: 'jemalloc is used where it is installed',
  severity: 'info',
  category: 'performance',
  presets: [],
  also: ['tally/ruby/jemalloc-installed-but-not-preloaded'],
  *check(file) {
    const shipped = shippedStages(file);
    const used = file.all.some(
      ({ keyword, text }) =>
        /^(?:ENV|RUN|ENTRYPOINT|CMD|COPY)$/.test(keyword) && /LD_PRELOAD|MALLOC_CONF|--with-jemalloc|ld\.so\.preload/.test(text),
    );
    if (used) return;
    for (const manager of ['apt', 'apk', 'dnf'] as const)
      for (const { command, packages } of packageCommands(file, manager, 'install')) {
        const found = packages.find(({ value }) => /^(?:libjemalloc\d+|jemalloc)(?:[=<>~].*)?$/.test(value ?? ''));
        if (!found || !command.instruction.stage || !shipped.has(command.instruction.stage)) continue;
        yield {
          at: found.range,
          message: `\`${found.text}\` is installed, and no program of this image is told to use it. \`ENV LD_PRELOAD=libjemalloc.so.2\` does that, unless the entrypoint script does.`,
          subject: commandSubject(file, command),
        };
      }
  },
});
