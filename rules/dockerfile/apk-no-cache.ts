import { type Command, cacheTargets, commandSubject, insert, isForDevelopment, rule, shippedStages } from '#rule';

const removesIndex = ({ args }: Command) => args.some(({ text }) => /\/(?:var\/(?:cache|\*)|etc\/apk\/cache)|\$/.test(text));

export default rule({
  id: 'apk-no-cache',
  on: 'dockerfile',
  title: 'apk adds packages without keeping its index',
  severity: 'info',
  category: 'size',
  fixes: 'safe',
  also: [
    'hadolint/DL3019',
    'trivy/DS-0025',
    'kics/ae9c56a6',
    'kics/apk_add_using_local_cache_path',
    'semgrep/missing-apk-no-cache',
    'dockerfilelint/apkadd-missing_nocache_or_updaterm',
  ],
  *check(file) {
    if (isForDevelopment(file)) return;
    const shipped = shippedStages(file);
    const cleaned = new Set(
      file
        .commands('rm', 'find')
        .filter(removesIndex)
        .map(({ instruction }) => instruction),
    );
    for (const command of file.commands('apk')) {
      const { instruction: run } = command;
      const add = command.operands.find(({ value }) => value !== null);
      if (
        add?.value !== 'add' ||
        command.has('--no-cache', '--no-network', '--cache-dir') ||
        !run.stage ||
        !shipped.has(run.stage)
      )
        continue;
      if (cacheTargets(run).some((target) => /apk|^\/var\/cache|\$/.test(target))) continue;
      if (cleaned.has(run) || command.args.some(({ value, text }) => value === null && /opt|arg|flag|cache/i.test(text)))
        continue;
      yield {
        at: { start: command.nameRange.start, end: add.range.end },
        message: '`apk add` leaves the package index that it downloads in this layer.',
        subject: commandSubject(file, command),
        fix: command.exact ? { title: 'Add `--no-cache`', edits: [insert(add.range.end, ' --no-cache')] } : undefined,
      };
    }
  },
});
