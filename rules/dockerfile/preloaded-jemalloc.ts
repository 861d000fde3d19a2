import { commandSubject, isForDevelopment, isRuby, packageCommands, rule, shippedStages } from '#rule';

export default rule({
  id: 'preloaded-jemalloc',
  on: 'dockerfile',
  title: 'jemalloc is used where it is installed',
  severity: 'info',
  category: 'performance',
  presets: [],
  also: ['tally/ruby/jemalloc-installed-but-not-preloaded'],
  *check(file) {
    const used = file.all.some(
      ({ keyword, text }) =>
        /^(?:ENV|RUN|ENTRYPOINT|CMD|COPY)$/.test(keyword) &&
        /LD_PRELOAD|--with-jemalloc|ld\.so\.preload|(?:narenas|background_thread|(?:dirty|muzzy)_decay_ms|thp):/.test(text),
    );
    if (used || isForDevelopment(file)) return;
    const shipped = shippedStages(file);
    for (const manager of ['apt', 'apk', 'dnf'] as const)
      for (const { command, packages } of packageCommands(file, manager, 'install')) {
        const found = packages.find(({ value }) =>
          /^(?:libjemalloc\d+|(?:lib)?jemalloc-dev|jemalloc(?:-devel)?)(?:[=<>~].*)?$/.test(value ?? ''),
        );
        const { stage } = command.instruction;
        // Other programs are linked against the library that they need.
        if (!found || !stage || !shipped.has(stage) || !isRuby(stage)) continue;
        yield {
          at: found.range,
          message: `\`${found.text}\` is installed, and no program of this image is told to use it. \`ENV LD_PRELOAD=libjemalloc.so.2\` does that, unless the entrypoint script does.`,
          subject: commandSubject(file, command),
        };
      }
  },
});
