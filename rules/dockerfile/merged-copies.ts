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

function joined(file: Dockerfile, first: Instruction, next: Instruction, target: Word): ProposedFix | undefined {
  const between = file.source.text.slice(first.range.end, next.range.start);
  const oneLine = first.startLine === first.endLine && next.startLine === next.endLine;
  if (between.trim() !== '' || !oneLine || !/\/$|^\.$/.test(target.value) || first.words.length !== 2) return undefined;
  const sources = next.words.slice(0, -1).map(({ text }) => `${text} `);
  const lines = takenAway(file, wholeLines(file, next));
  return { title: 'Copy both at once', edits: [insert(target.range.start, sources.join('')), remove(lines)] };
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
    for (const { instructions } of file.stages) {
      let fixed: Instruction | undefined;
      for (const [i, next] of instructions.entries()) {
        const first = instructions[i - 1];
        if (!first || (next.keyword !== 'COPY' && next.keyword !== 'ADD') || first.keyword !== next.keyword) continue;
        const target = first.words.at(-1);
        if (
          !target ||
          flagsOf(first) !== flagsOf(next) ||
          target.text !== next.words.at(-1)?.text ||
          !isPlain(first) ||
          !isPlain(next)
        )
          continue;
        const fix: ProposedFix | undefined = first === fixed ? undefined : joined(file, first, next, target);
        if (fix) fixed = next;
        yield {
          at: next.keywordRange,
          message: `The instruction above copies to \`${target.text}\`, too: both could be one layer.`,
          subject: `${file.subject(next.keywordRange)} ${next.text.slice(0, 80)}`,
          fix,
        };
      }
    }
  },
});
