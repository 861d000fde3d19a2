import { type Command, type Instruction, isOctal, lastUser, lineEnd, plainList, replace, rule } from '#rule';

const WRITES = /^(?:echo|printf)$/;
/** `cat <<EOF > /file`, in each order. */
const HEREDOC =
  /^cat\s+<<-?["']?\w+["']?\s*>\s*(\/[\w./@-]+)$|^cat\s*>\s*(\/[\w./@-]+)\s*<<-?["']?\w+["']?$|^<<-?["']?\w+["']?\s*cat\s*>\s*(\/[\w./@-]+)$/;

/** The file that the commands of a RUN write literal text to, and the mode that they give it; `null` when they do anything else. */
function writtenFile(run: Instruction): { path: string; mode: string | null } | null {
  const heredoc = run.heredocs.length === 1 ? HEREDOC.exec(run.text) : null;
  const whole = heredoc?.slice(1).find(Boolean);
  if (whole) return { path: whole, mode: null };
  // Of `echo text | tee file` the second half writes.
  const commands = (plainList(run) ?? []).filter(({ pipedTo }) => pipedTo?.name !== 'tee');
  const path = commands.map((command) => target(command, true) ?? target(command, false)).find((one) => one !== null);
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

function target({ name, args, redirects, pipedTo, pipedFrom }: Command, first: boolean): string | null {
  if (name === 'tee') {
    const append = args[0]?.value === '-a' || args[0]?.value === '--append';
    const [path, ...more] = append ? args.slice(1) : args;
    const text =
      pipedFrom &&
      WRITES.test(pipedFrom.name) &&
      pipedFrom.args.every(({ value }) => value !== null) &&
      pipedFrom.redirects.length === 0;
    return text && more.length === 0 && append !== first && path?.value?.startsWith('/') ? path.value : null;
  }
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
  if (run.heredocs.length > 0 || run.commands.some(({ name }) => name === 'tee')) return null;
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
