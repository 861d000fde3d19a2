import { type Dockerfile, type Instruction, lineEnd, type ProposedFix, plainList, replace, rule } from '#rule';

/** More than that in one RUN has been put together on purpose. */
const MANY = 2;
const flagsOf = ({ flags }: Instruction) => flags.map(({ name, value }) => `${name}=${value}`).join(' ');
const counted = ({ commands, heredocs }: Instruction) =>
  heredocs.length > 0 ? MANY + 1 : commands.filter(({ depth }) => depth === 0).length;

function joined(file: Dockerfile, first: Instruction, next: Instruction): ProposedFix | undefined {
  const range = { start: first.range.end, end: next.arguments.start };
  const between = file.source.text.slice(range.start, next.range.start);
  if (!plainList(first) || !plainList(next) || between.trim() !== '') return undefined;
  return { title: 'Join it with the RUN above', edits: [replace(range, ` ${file.escape}${lineEnd(file.source.text)}    && `)] };
}

export default rule({
  id: 'merged-runs',
  on: 'dockerfile',
  title: 'Consecutive RUNs are one',
  severity: 'info',
  category: 'size',
  presets: ['strict'],
  fixes: 'safe',
  also: [
    'hadolint/DL3059',
    'sonar-iac/S7031',
    'kics/0008c003',
    'kics/multiple_run_add_copy_instructions_listed',
    'droast/DF003',
    'openrewrite/CombineRunInstructions',
  ],
  *check(file) {
    for (const { instructions } of file.stages)
      for (const [i, next] of instructions.entries()) {
        const first = instructions[i - 1];
        if (first?.keyword !== 'RUN' || next.keyword !== 'RUN' || flagsOf(first) !== flagsOf(next)) continue;
        if (counted(first) > MANY || counted(next) > MANY) continue;
        yield {
          at: next.keywordRange,
          message:
            'This RUN and the one above make two layers where one would do: what the first leaves behind and the second removes stays in the image.',
          subject: `${file.subject(next.keywordRange)} ${next.text.slice(0, 80)}`,
          fix: joined(file, first, next),
        };
      }
  },
});
