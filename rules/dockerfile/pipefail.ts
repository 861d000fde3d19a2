import {
  baseShell,
  type Command,
  commandSubject,
  type Instruction,
  indentation,
  insert,
  lineEnd,
  rule,
  type Stage,
  wholeLines,
  withTriggers,
} from '#rule';

/** What cannot fail in a way that matters, or is cut off on purpose. */
const HARMLESS = /^(?:echo|printf|yes|true|:|cat|env|ls|head|seq|date|whoami|id|uname|pwd|dirname|basename|)$/;
const SHELLS = { dash: '/bin/bash', bash: '/bin/bash', busybox: '/bin/ash' } as const;

/** A search that looks for something finds nothing in what did not come; and one that stops at the first match would make the left side fail. */
const searches = ({ name, args }: Command) =>
  /^[ef]?grep$/.test(name) &&
  args.some(({ text }) => /^(?:-[a-zA-Z]*q[a-zA-Z]*|--quiet|--silent)$/.test(text)) &&
  !args.some(({ text }) => /^(?:-[a-uw-zA-Z]*v[a-zA-Z]*|--invert-match)$/.test(text));

/** The first pipe whose left side may fail unnoticed. */
function loose({ shell, interpreter }: Instruction): Command | undefined {
  const words = [...interpreter.words, ...(shell?.commands ?? []).flatMap(({ args }) => args.map(({ text }) => text))];
  if (!shell || words.some((word) => word.includes('pipefail'))) return undefined;
  return shell.commands.find(
    (command) =>
      command.pipedFrom !== null &&
      command.before === '|' &&
      command.parent === null &&
      !HARMLESS.test(command.pipedFrom.name) &&
      !searches(command),
  );
}

/** Itself, or what it runs: `apt-key` for `sudo apt-key`. */
const innermost = ({ commands }: Instruction, outer: Command): Command =>
  commands.find(({ wrappers, parent }) => parent === null && wrappers[0] === outer) ?? outer;

export default rule({
  id: 'pipefail',
  on: 'dockerfile',
  title: 'A pipe fails when any of its commands fails',
  severity: 'info',
  category: 'reliability',
  presets: ['strict'],
  fixes: 'unsafe',
  also: ['hadolint/DL4006', 'kics/efbf148a', 'kics/shell_running_a_pipe_without_pipefail_flag', 'semgrep/set-pipefail'],
  *check(file) {
    const told = new Set<Stage | null>();
    for (const run of withTriggers(file, 'RUN')) {
      const right = loose(run);
      if (!right?.beforeRange) continue;
      const shell = run.stage && baseShell(run.stage);
      const last = innermost(run, right);
      const left = right.pipedFrom && innermost(run, right.pipedFrom);
      const first = !told.has(run.stage);
      told.add(run.stage);
      const keyword = file.source.text.startsWith('run', run.keywordRange.start) ? 'shell' : 'SHELL';
      const line =
        shell && `${indentation(file, run)}${keyword} ["${SHELLS[shell]}", "-o", "pipefail", "-c"]${lineEnd(file.source.text)}`;
      yield {
        at: right.beforeRange,
        message: `Only \`${last.name}\` decides whether this pipe fails: when \`${left?.name}\` does, the build goes on with what little came through.`,
        subject: commandSubject(file, right),
        fix:
          line && first && !run.interpreter.from && !run.onbuild
            ? {
                title: `Set \`pipefail\` for what follows, which ${SHELLS[shell]} runs then`,
                edits: [insert(wholeLines(file, run).start, line)],
              }
            : undefined,
      };
    }
  },
});
