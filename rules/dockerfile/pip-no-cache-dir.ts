import {
  type Command,
  cacheTargets,
  commandSubject,
  type Instruction,
  insert,
  isForDevelopment,
  pipInstalls,
  rule,
  shippedStages,
} from '#rule';

const VARIABLE = 'PIP_NO_CACHE_DIR';

/** Another command of the RUN that does without the cache or takes it away. */
const settles = ({ name, args, operands, assignments }: Command) =>
  assignments.some((one) => one.name === VARIABLE) ||
  ((/^(?:export|rm|find)$/.test(name) || (/^pip[\d.]*$/.test(name) && operands[0]?.value !== 'install')) &&
    args.some(({ text }) => /PIP_NO_CACHE_DIR|no-cache-dir|\.cache\b|^cache$/.test(text)));

/** Whether an ONBUILD of the stage, or of one below it, sets the variable. */
const keptFor = ({ stage }: Instruction) =>
  [stage, ...(stage?.ancestors() ?? [])].some((one) =>
    one?.instructionsOf('ONBUILD').some(({ trigger }) => trigger?.pairs.some(({ name }) => name.value === VARIABLE)),
  );

export default rule({
  id: 'pip-no-cache-dir',
  on: 'dockerfile',
  title: 'pip installs without keeping its cache',
  severity: 'info',
  category: 'size',
  fixes: 'safe',
  also: ['hadolint/DL3042', 'kics/f2f903fb', 'kics/pip_install_keeping_cached_packages', 'semgrep/missing-pip-no-cache-dir'],
  *check(file) {
    if (isForDevelopment(file)) return;
    const shipped = shippedStages(file);
    const settled = new Set(
      file
        .commands()
        .filter(settles)
        .map(({ instruction }) => instruction),
    );
    const told: ReturnType<typeof pipInstalls>[] = [];
    for (const one of pipInstalls(file)) {
      const { command } = one;
      const { instruction: run } = command;
      if (command.has('--no-cache-dir', '--cache-dir', '--no-index', '--dry-run') || !run.stage || !shipped.has(run.stage))
        continue;
      // pip takes an option that is cut short, too.
      if (command.args.some(({ text }) => /^--no-c/.test(text))) continue;
      const packages = command.operands.slice(1);
      if (command.has('--no-deps') && packages.every(({ text }) => /^[./]/.test(text))) continue;
      // Wheels that lie here are not kept again.
      if (packages.length > 0 && packages.every(({ text }) => /^[./].*\.whl$/.test(text))) continue;
      if (file.expand(`$${VARIABLE}`, run) || settled.has(run)) continue;
      if (run.onbuild && keptFor(run)) continue;
      if (cacheTargets(run).some((target) => /cache|pip|\$|^\/root$/.test(target))) continue;
      if (command.args.some(({ value, text }) => value === null && /opt|arg|flag|cache/i.test(text))) continue;
      // Several on one line are told at the first: people read, and change, the line.
      const line = told.at(-1);
      const start = line?.[0]?.command.range.start;
      if (start !== undefined && !file.source.text.slice(start, command.range.start).includes('\n')) line?.push(one);
      else told.push([one]);
    }
    for (const line of told) {
      const [first] = line;
      if (!first) continue;
      yield {
        at: { start: first.command.nameRange.start, end: first.action.range.end },
        message: '`pip install` keeps a copy of every package that it downloads in this layer, where nothing will use it.',
        subject: commandSubject(file, first.command),
        fix: line.every(({ command }) => command.exact)
          ? { title: 'Add `--no-cache-dir`', edits: line.map(({ action }) => insert(action.range.end, ' --no-cache-dir')) }
          : undefined,
      };
    }
  },
});
