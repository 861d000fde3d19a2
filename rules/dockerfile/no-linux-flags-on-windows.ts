import { isWindows, remove, rule } from '#rule';

export default rule({
  id: 'no-linux-flags-on-windows',
  on: 'dockerfile',
  title: 'Windows images are built without flags of Linux',
  severity: 'warning',
  category: 'reliability',
  fixes: 'safe',
  also: ['tally/windows/no-chown-flag', 'tally/windows/no-run-mounts', 'tally/no-chown-flag', 'tally/no-run-mounts'],
  *check(file) {
    for (const instruction of file.instructions('COPY', 'ADD', 'RUN')) {
      const run = instruction.keyword === 'RUN';
      const flags = instruction.flags.filter(({ name }) => (run ? name === 'mount' : name === 'chown' || name === 'chmod'));
      if (flags.length === 0 || !instruction.stage || !isWindows(instruction.stage)) continue;
      for (const { name, value, range } of flags)
        yield {
          at: range,
          message: run
            ? `\`--mount=${value}\` does not work in a Windows container: mounts of RUN are made by Linux, and the build stops here.`
            : `\`--${name}=${value}\` has no effect in a Windows image, which keeps no owners and modes of Linux.`,
          subject: `${file.subject(range)} ${instruction.text.slice(0, 80)}`,
          fix: run
            ? undefined
            : { title: `Remove \`--${name}=${value}\``, edits: [remove({ start: range.start - 1, end: range.end })] },
        };
    }
  },
});
