import {
  type Command,
  type Dockerfile,
  indentation,
  insert,
  lineEnd,
  type ProposedFix,
  remove,
  replace,
  rule,
  wholeLines,
} from '#rule';

const TEMPORARY = /^\/(?:tmp|var\/tmp|dev|proc|sys)(?:\/|$)/;

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

export default rule({
  id: 'workdir-instead-of-cd',
  on: 'dockerfile',
  title: 'Directories are changed with WORKDIR',
  severity: 'info',
  category: 'maintainability',
  presets: ['strict'],
  fixes: 'unsafe',
  also: ['hadolint/DL3003', 'trivy/DS-0013', 'kics/f4a6bcd3', 'kics/run_command_cd_instead_of_workdir', 'semgrep/use-workdir'],
  *check(file) {
    for (const run of file.instructions('RUN')) {
      if (!run.shell || run.heredocs.length > 0) continue;
      const top = run.commands.filter(({ depth, wrappers }) => depth === 0 && wrappers.length === 0);
      const changes = run.commands.filter(({ name }) => name === 'cd');
      const [cd] = changes;
      if (cd?.args.length !== 1 || changes.length > 1) continue;
      if (run.commands.at(-1) === cd && cd.depth === 0 && cd.before !== '||' && cd.before !== '|') {
        const message = `\`cd ${cd.args[0]?.text}\` at the end of a RUN changes nothing: the next instruction begins in the working directory again.`;
        yield {
          at: cd.nameRange,
          message,
          subject: `${file.subject(cd.nameRange)} ${cd.args[0]?.text}`,
          fix: top.length === 1 ? asWorkdir(file, cd, undefined) : undefined,
        };
        continue;
      }
      const [first, next] = top;
      const path = cd.args[0]?.value;
      if (first !== cd || next?.before !== '&&' || !path?.startsWith('/') || TEMPORARY.test(path)) continue;
      const message = `\`cd ${path}\` hides in a command where this step runs, and each later step has to repeat it.`;
      yield { at: cd.nameRange, message, subject: `${file.subject(cd.nameRange)} ${path}`, fix: asWorkdir(file, cd, next) };
    }
  },
});
