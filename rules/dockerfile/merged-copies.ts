import {
  type Dockerfile,
  type Instruction,
  insert,
  type ProposedFix,
  remove,
  rule,
  takenAway,
  type Word,
  wholeLines,
} from '#rule';

const flagsOf = ({ flags }: Instruction) => flags.map(({ name, value }) => `${name}=${value}`).join(' ');
const isPlain = ({ json, heredocs, onbuild }: Instruction) => !json && heredocs.length === 0 && !onbuild;

/** Whether a copy can go into the one right above it. */
function joins(file: Dockerfile, above: Instruction, next: Instruction): boolean {
  const oneLine = above.startLine === above.endLine && next.startLine === next.endLine;
  return oneLine && file.source.text.slice(above.range.end, next.range.start).trim() === '';
}

/** Copies that follow each other to `target`, all of them into the first. */
function joined(file: Dockerfile, others: readonly Instruction[], target: Word): ProposedFix | undefined {
  const [first, last] = [others[0], others.at(-1)];
  if (!first || !last || !/\/$|^\.$/.test(target.value)) return undefined;
  const sources = others.flatMap(({ words }) => words.slice(0, -1).map(({ text }) => `${text} `));
  const gone = takenAway(file, { start: wholeLines(file, first).start, end: wholeLines(file, last).end });
  return { title: 'Copy them at once', edits: [insert(target.range.start, sources.join('')), remove(gone)] };
}

/** Whether two instructions copy in the same way to the same place. A mode is said of each file by itself. */
function alike(first: Instruction, next: Instruction): boolean {
  const target = first.words.at(-1);
  return (
    (next.keyword === 'COPY' || next.keyword === 'ADD') &&
    first.keyword === next.keyword &&
    target !== undefined &&
    target.text === next.words.at(-1)?.text &&
    flagsOf(first) === flagsOf(next) &&
    !first.flag('chmod') &&
    isPlain(first) &&
    isPlain(next)
  );
}

export default rule({
  id: 'merged-copies',
  on: 'dockerfile',
  title: 'What goes to one place is copied at once',
  severity: 'info',
  category: 'size',
  presets: ['strict'],
  fixes: 'safe',
  also: ['kics/0008c003', 'kics/multiple_run_add_copy_instructions_listed'],
  *check(file) {
    for (const { instructions } of file.stages)
      for (const [i, next] of instructions.entries()) {
        const first = instructions[i - 1];
        const target = first?.words.at(-1);
        if (!first || !target || !alike(first, next)) continue;
        const before = instructions[i - 2];
        const others: Instruction[] = [];
        // The first of several that can be joined takes all of them.
        if (!before || !alike(before, first) || !joins(file, before, first))
          for (let at = i; ; at++) {
            const [above, one] = [instructions[at - 1], instructions[at]];
            if (!above || !one || !alike(above, one) || !joins(file, above, one)) break;
            others.push(one);
          }
        yield {
          at: next.keywordRange,
          message: `The instruction above copies to \`${target.text}\`, too: both could be one layer.`,
          subject: `${file.subject(next.keywordRange)} ${next.text.slice(0, 80)}`,
          fix: joined(file, others, target),
        };
      }
  },
});
