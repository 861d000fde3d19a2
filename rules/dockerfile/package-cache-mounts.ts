import {
  buildsAsRoot,
  cacheTargets,
  cacheUse,
  commandSubject,
  type Instruction,
  insert,
  remove,
  replace,
  rule,
  withoutWords,
} from '#rule';

const CACHING =
  'pip pip3 uv npm yarn pnpm bun go composer cargo mvn bundle dotnet poetry apt apt-get apk dnf microdnf yum zypper'.split(' ');

/** A mount of the folder, of one above or below, or of another that says by its name what it is for. */
const isNear = (target: string, folder: string, name: string): boolean =>
  target.includes('$') ||
  `${folder}/`.startsWith(target) ||
  target.startsWith(folder) ||
  target.includes(name.replace(/[\d.]+$|-get$/g, '')) ||
  /cache|store|\.m2|registry|nuget|pkg/.test(target);

export default rule({
  id: 'package-cache-mounts',
  on: 'dockerfile',
  title: 'Package caches are kept between builds in cache mounts',
  severity: 'info',
  category: 'performance',
  presets: [],
  fixes: 'unsafe',
  also: ['tally/prefer-package-cache-mounts'],
  *check(file) {
    const told = new Set<Instruction>();
    for (const command of file.commands(...CACHING)) {
      const { instruction: run } = command;
      const use = told.has(run) ? null : cacheUse(command);
      if (!use || cacheTargets(run).some((target) => isNear(target, use.folder, command.name))) continue;
      const root = run.stage && buildsAsRoot(file, run.stage, run);
      if (root === false) continue;
      told.add(run);
      const refusal = command.args.find(({ value }) => use.refusals.includes(value ?? ''));
      const range = refusal ? withoutWords(file, refusal.range) : null;
      const mount = insert(run.keywordRange.end, ` --mount=type=cache,target=${use.folder}`);
      // What would make pip do without its cache has to wait, and is not needed then.
      const installing = command.name.startsWith('pip') && !refusal ? command.operands[0]?.range : undefined;
      const kept = installing && { start: installing.start, end: Math.min(installing.end + 1, file.source.text.length) };
      const alone = run.commands.filter((one) => cacheUse(one)).length === 1;
      yield {
        at: command.nameRange,
        message:
          'When anything above changes, this downloads and builds everything again, because no cache of packages is kept between builds.',
        subject: commandSubject(file, command),
        fix:
          root && alone && run.flags.length === 0 && !use.more && command.exact && (!refusal || range)
            ? {
                title: `Keep \`${use.folder}\` in a cache mount, which needs BuildKit`,
                edits: [
                  mount,
                  ...(range ? [remove(range)] : []),
                  ...(kept ? [replace(kept, file.source.text.slice(kept.start, kept.end))] : []),
                ],
              }
            : undefined,
      };
    }
  },
});
