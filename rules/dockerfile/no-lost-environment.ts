import { type Command, commandSubject, replace, rule } from '#rule';

/** What a command leaves behind that only the shell which ran it knows. */
function leaves({ name, args }: Command): string | null {
  const [first] = args;
  if (!first) return null;
  if (name === 'export') return first.text.startsWith('-') ? null : `export ${first.text.split('=', 1)[0]}`;
  if (name === 'alias') return first.text.includes('=') ? `alias ${first.text.split('=', 1)[0]}` : null;
  return /\/bin\/activate["']?$/.test(first.text) ? `${name} ${first.text}` : null;
}

export default rule({
  id: 'no-lost-environment',
  on: 'dockerfile',
  title: 'What a RUN sets in its shell is used in that RUN',
  severity: 'warning',
  category: 'reliability',
  fixes: 'unsafe',
  *check(file) {
    for (const command of file.commands('export', 'alias', '.', 'source')) {
      const { instruction: run, args, depth, before } = command;
      const what = leaves(command)?.slice(0, 80);
      const isLast = run.commands.at(-1) === command && depth === 0 && before !== '|' && before !== '&';
      if (!what || !isLast || run.keyword !== 'RUN') continue;
      const [first] = args;
      const plain = first && args.length === 1 && /^\w+=/.test(first.text) && !/\$(?!PATH\b|\{PATH\})|`/.test(first.text);
      const inFront = file.source.text.slice(run.keywordRange.end, command.range.start);
      const alone = command.name === 'export' && run.commands.length === 1 && inFront.trim() === '' && !run.onbuild;
      const keyword = file.source.text.startsWith('run', run.keywordRange.start) ? 'env' : 'ENV';
      const instead = /^(?:\.|source)$/.test(command.name)
        ? 'Set `PATH` with ENV so that it begins with that folder.'
        : command.name === 'alias'
          ? 'Write the command out, or put a script on the PATH.'
          : 'ENV sets a variable for all that follows, and for the container.';
      yield {
        at: command.nameRange,
        message: `\`${what}\` stands at the end of its RUN, and ends with it: the next instruction starts a new shell, which knows nothing of it. ${instead}`,
        subject: commandSubject(file, command),
        fix:
          plain && alone && command.exact
            ? {
                title: 'Use `ENV`: the variable is set in later steps and in the container, too',
                edits: [replace({ start: run.range.start, end: first.range.start }, `${keyword} `)],
              }
            : undefined,
      };
    }
  },
});
