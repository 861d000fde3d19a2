import { commandSubject, insert, rule } from '#rule';

const HIGH = 100_000;
/** Of one user in /var/log/lastlog. */
const RECORD = 292;

const size = (id: number) => (id < 10_000_000 ? `${Math.ceil((id * RECORD) / 1e6)} MB` : `${Math.ceil((id * RECORD) / 1e9)} GB`);

export default rule({
  id: 'no-useradd-log',
  on: 'dockerfile',
  title: 'Users with a high id are created without login records',
  severity: 'info',
  category: 'size',
  fixes: 'safe',
  also: ['hadolint/DL3046', 'datadog-iac/use_recommended_flags_with_useradd', 'droast/DF064'],
  *check(file) {
    for (const command of file.commands('useradd')) {
      const id = command.option('-u', '--uid') ?? '';
      if (!/^\d{6,10}$/.test(id) || Number(id) < HIGH || command.has('-l', '--no-log-init')) continue;
      yield {
        at: command.nameRange,
        message: `For the user id ${id}, \`useradd\` writes login records up to that id, which makes a file of ${size(Number(id))} without content in this layer.`,
        subject: commandSubject(file, command),
        fix: command.exact ? { title: 'Add `-l`', edits: [insert(command.nameRange.end, ' -l')] } : undefined,
      };
    }
  },
});
