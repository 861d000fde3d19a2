import { fileModes, grants, isOctal, isSticky, replace, rule } from '#rule';

/** The mode without the right to write for others. */
const narrowed = (mode: string) => (Number.parseInt(mode, 8) & ~0o002).toString(8).padStart(mode.length, '0');

export default rule({
  id: 'no-world-writable-files',
  on: 'dockerfile',
  title: 'No files are writable for everybody',
  severity: 'warning',
  category: 'security',
  presets: ['security', 'strict'],
  fixes: 'unsafe',
  also: ['sonar-iac/S2612', 'datadog-iac/avoid_chmod_777', 'droast/DF034', 'tally/world-writable-state-path-workaround'],
  cis: ['4.8'],
  nist: ['4.1.2'],
  *check(file) {
    for (const { command, instruction, mode, range, exact } of fileModes(file)) {
      if (!grants(mode, 'o', 'w') || isSticky(mode)) continue;
      const what = command
        ? [command.name, ...command.operands.map(({ text }) => text)]
        : instruction.words.map(({ text }) => text);
      yield {
        at: range,
        message: `\`${mode}\` lets every user of the container change these files: whoever gets to run anything in it can replace what others run or read. Give them to the user that needs them.`,
        subject: `${file.subject(range)} ${what.join(' ').slice(0, 100)}`,
        fix:
          isOctal(mode) && exact
            ? {
                title: `Use \`${narrowed(mode)}\`; who is neither owner nor in the group can no longer write`,
                edits: [replace(range, narrowed(mode))],
              }
            : undefined,
      };
    }
  },
});
