import { commandSubject, copiesContext, installsDependencies, rule } from '#rule';

export default rule({
  id: 'dependencies-before-source',
  on: 'dockerfile',
  title: 'Dependencies are installed before the source is copied',
  severity: 'info',
  category: 'performance',
  presets: ['strict'],
  *check(file) {
    for (const { instructions } of file.stages) {
      const at = instructions.findIndex((one) => (one.keyword === 'COPY' || one.keyword === 'ADD') && copiesContext(one));
      const source = instructions[at];
      if (!source || instructions.slice(0, at).some(({ commands }) => commands.some(installsDependencies))) continue;
      for (const { keyword, commands, flags } of instructions.slice(at + 1)) {
        const install = keyword === 'RUN' ? commands.find(installsDependencies) : undefined;
        if (!install) continue;
        if (flags.some(({ value }) => value?.includes('type=cache'))) break;
        const option = install.args.findIndex(({ text }) => text.startsWith('-'));
        const words = option < 0 ? install.args : install.args.slice(0, option);
        const what = [install.name, ...words.map(({ text }) => text)].join(' ').slice(0, 60);
        yield {
          at: install.nameRange,
          message: `Every change of any file in the context makes \`${what}\` run again, because the whole context is copied above. Copy the manifests first, install, and copy the rest then.`,
          subject: commandSubject(file, install),
          related: [{ at: source.keywordRange, message: 'The whole context is copied here.' }],
        };
        break;
      }
    }
  },
});
