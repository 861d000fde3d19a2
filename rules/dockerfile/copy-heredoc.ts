import { type Command, type Instruction, isOctal, lastUser, lineEnd, plainList, replace, rule } from '#rule';

const WRITES = /^(?:echo|printf)$/;

/** The file that the commands of a RUN write literal text to, and the mode that they give it; `null` when they do anything else. */
function writtenFile(run: Instruction): { path: string; mode: string | null } | null {
  const commands = [...(plainList(run) ?? [])];
  const [path] = commands.flatMap(({ redirects }) => redirects[0]?.target?.value ?? []);
  const last = commands.at(-1);
  const [mode, ...files] = last?.name === 'chmod' ? last.args.map(({ value }) => value) : [];
  if (mode) commands.pop();
  while (commands[0]?.name === 'mkdir' && commands[0].args.every(({ value }) => value === '-p' || path?.startsWith(`${value}/`)))
    commands.shift();
  const written = commands.map((command, i) => target(command, i === 0));
  if (!path || written.length === 0 || written.some((one) => one !== path)) return null;
  if (mode && (files.length !== 1 || files[0] !== path)) return null;
  return { path, mode: mode ?? null };
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
  const writes = run.commands.filter(({ redirects }) => redirects.length > 0);
  const lines = writes.map(({ name, args }) => (name === 'echo' ? args.map(({ value }) => value ?? '').join(' ') : '\\'));
  const plain = writes.every(({ args }) => !args[0]?.text.startsWith('-')) && lines.every((line) => !/[\\$\n]|^EOF$/.test(line));
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
      const written = run.flags.length === 0 ? writtenFile(run) : null;
      if (!written || !run.stage) continue;
      const { path, mode } = written;
      const lines = linesOf(run);
      const end = lineEnd(file.source.text);
      const lower = file.source.text.slice(run.keywordRange.start, run.keywordRange.end) === 'run';
      const text = `${lower ? 'copy' : 'COPY'}${mode ? ` --chmod=${mode}` : ''} <<EOF ${path}${end}${(lines ?? []).map((line) => `${line}${end}`).join('')}EOF`;
      yield {
        at: run.keywordRange,
        message: `This step starts a container to write fixed text to \`${path}\`. COPY with a heredoc writes it as it stands, without quotes and escapes.`,
        subject: `${file.subject(run.keywordRange)} ${path}`,
        fix:
          lines &&
          (mode === null || isOctal(mode)) &&
          run.comments.length === 0 &&
          !lastUser(run.stage, run) &&
          /^\/[\w./@-]+$/.test(path)
            ? { title: `Write \`${path}\` with COPY, which needs BuildKit`, edits: [replace(run.range, text)] }
            : undefined,
      };
    }
  },
});
