import {
  type Dockerfile,
  type Instruction,
  lineEnd,
  onOwnLines,
  type ProposedEdit,
  plainList,
  type Range,
  replace,
  rule,
} from '#rule';

/** Puts each of these parts, from the second on, on a line of its own where it shares one. */
function apart(file: Dockerfile, { startLine, range: { start } }: Instruction, parts: readonly Range[]): ProposedEdit[] {
  const { text } = file.source;
  const indent = `${text.slice(file.starts[startLine - 1], start)}    `;
  return parts.slice(1).flatMap((part, i) => {
    const range = { start: parts[i]?.end ?? part.start, end: part.start };
    return /^[ \t]+$/.test(text.slice(range.start, range.end))
      ? [replace(range, ` ${file.escape}${lineEnd(text)}${indent}`)]
      : [];
  });
}

export default rule({
  id: 'one-command-a-line',
  on: 'dockerfile',
  title: 'Commands, mounts and labels have a line each',
  severity: 'info',
  category: 'style',
  presets: [],
  fixes: 'safe',
  also: ['tally/newline-per-chained-call'],
  *check(file) {
    for (const instruction of file.instructions('RUN', 'LABEL', 'HEALTHCHECK')) {
      const { keyword, keywordRange: at, pairs, flags, heredocs } = instruction;
      const mounts = keyword === 'RUN' ? flags.filter(({ name }) => name === 'mount') : [];
      const first = mounts.length > 1 ? instruction.words[0]?.range : undefined;
      const parts =
        keyword === 'LABEL' && pairs.every(({ legacy }) => !legacy)
          ? pairs.map(({ range }) => range)
          : mounts.map(({ range }) => range);
      if (first && heredocs.length === 0) parts.push(first);
      const edits = parts.length > 1 ? apart(file, instruction, parts) : [];
      edits.push(...onOwnLines(file, instruction, plainList(instruction) ?? []));
      if (edits.length === 0) continue;
      yield {
        at,
        message: `${edits.length + 1} parts of this ${keyword} share lines: a diff shows a change in one of them as a change in all.`,
        subject: `${file.subject(at)} ${instruction.text.slice(0, 80)}`,
        fix: { title: 'Put each on its own line', edits },
      };
    }
  },
});
