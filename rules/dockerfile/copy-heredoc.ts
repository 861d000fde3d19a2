import { type Command, type Instruction, lastUser, lineEnd, plainList, replace, rule } from '#rule';

const WRITES = /^(?:echo|printf)$/;

/** The file that all commands of a RUN write literal text to; `null` when they do anything else. */
function writtenFile(run: Instruction): string | null {
  const commands = plainList(run) ?? [];
  const files = new Set(commands.map((command, i) => target(command, i === 0)));
  const [file] = files;
  return files.size === 1 && file ? file : null;
}

function target({ name, args, redirects, pipedTo }: Command, first: boolean): string | null {
  const [redirect, ...others] = redirects;
  const operator = redirect?.operator ?? '';
  const path = redirect?.target?.value;
  if (!WRITES.test(name) || pipedTo || others.length > 0 || !path?.startsWith('/') || args.some(({ value }) => value === null))
    return null;
  return operator === (first ? '>' : '>>') && !path.startsWith('/dev/') && !path.startsWith('/proc/') ? path : null;
}

/** The lines that plain `echo` commands write; `null` where the text needs reading like a shell does. */
function linesOf(run: Instruction): string[] | null {
  const lines = run.commands.map(({ name, args }) => (name === 'echo' ? args.map(({ value }) => value ?? '').join(' ') : '\\'));
  const plain =
    run.commands.every(({ args }) => !args[0]?.text.startsWith('-')) && lines.every((line) => !/[\\$\n]|^EOF$/.test(line));
  return plain ? lines : null;
}

export default rule({
  id: 'copy-heredoc',
  on: 'dockerfile',
  title: 'Files with fixed text are written by COPY',
  severity: 'info',
  category: 'maintainability',
  presets: ['strict'],
  fixes: 'unsafe',
  also: ['tally/prefer-copy-heredoc'],
  *check(file) {
    for (const run of file.instructions('RUN')) {
      const path = run.flags.length === 0 ? writtenFile(run) : null;
      if (!path || !run.stage) continue;
      const lines = linesOf(run);
      const end = lineEnd(file.source.text);
      const lower = file.source.text.slice(run.keywordRange.start, run.keywordRange.end) === 'run';
      const text = `${lower ? 'copy' : 'COPY'} <<EOF ${path}${end}${(lines ?? []).map((line) => `${line}${end}`).join('')}EOF`;
      yield {
        at: run.keywordRange,
        message: `This step starts a container to write fixed text to \`${path}\`. COPY with a heredoc writes it as it stands, without quotes and escapes.`,
        subject: `${file.subject(run.keywordRange)} ${path}`,
        fix:
          lines && run.comments.length === 0 && !lastUser(run.stage, run) && /^\/[\w./@-]+$/.test(path)
            ? { title: `Write \`${path}\` with COPY, which needs BuildKit`, edits: [replace(run.range, text)] }
            : undefined,
      };
    }
  },
});
