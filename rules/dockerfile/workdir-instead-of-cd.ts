import {
  type Command,
  type Dockerfile,
  indentation,
  insert,
  lineEnd,
  type ProposedFix,
  remove,
  replace,
  replaceableCd,
  rule,
  wholeLines,
  withTriggers,
} from '#rule';

/** `RUN cd /x && rest` → `WORKDIR /x` and `RUN rest`; `RUN cd /x` → `WORKDIR /x`. */
function asWorkdir(file: Dockerfile, cd: Command, next: Command | undefined): ProposedFix | undefined {
  const { instruction: run } = cd;
  const path = cd.args[0]?.text ?? '';
  const end = next?.range.start ?? cd.range.end;
  const keyword = file.source.text.slice(run.keywordRange.start, run.keywordRange.end) === 'run' ? 'workdir' : 'WORKDIR';
  if (!/^\/[\w@./-]*$/.test(path) || !cd.exact || run.onbuild || file.source.text.slice(cd.range.start, end).includes('#'))
    return undefined;
  const title = `Use \`WORKDIR ${path}\`, in which later instructions then begin, too`;
  if (!next)
    return run.flags.length === 0
      ? { title, edits: [replace({ start: run.range.start, end }, `${keyword} ${path}`)] }
      : undefined;
  const line = `${indentation(file, run)}${keyword} ${path}${lineEnd(file.source.text)}`;
  return { title, edits: [insert(wholeLines(file, run).start, line), remove({ start: cd.range.start, end })] };
}

export default rule<{ commands: 'without-effect' | 'all' }>({
  id: 'workdir-instead-of-cd',
  on: 'dockerfile',
  title: 'Directories are changed with WORKDIR',
  severity: 'info',
  category: 'maintainability',
  fixes: 'unsafe',
  also: ['hadolint/DL3003', 'trivy/DS-0013', 'kics/f4a6bcd3', 'kics/run_command_cd_instead_of_workdir', 'semgrep/use-workdir'],
  options: {
    properties: {
      commands: {
        type: 'string',
        enum: ['without-effect', 'all'],
        description: 'Which commands are told: those at the end of a RUN, which change nothing, or all.',
        default: 'without-effect',
        wider: 'all',
      },
    },
  },
  *check(file, { options }) {
    for (const run of withTriggers(file, 'RUN')) {
      const found = replaceableCd(run);
      if (!found || (found.next && options.commands !== 'all')) continue;
      const { cd, next, alone } = found;
      const path = cd.args[0]?.text ?? '';
      const message = next
        ? `\`cd ${path}\` hides in a command where this step runs, and each later step has to repeat it.`
        : `\`cd ${path}\` at the end of a RUN changes nothing: the next instruction begins in the working directory again.`;
      const fix = alone ? asWorkdir(file, cd, next) : undefined;
      yield { at: cd.nameRange, message, subject: `${file.subject(cd.nameRange)} ${path}`, fix };
    }
  },
});
