// Compares a Dockerfile as we read it with what BuildKit says of it.
import type { Dockerfile, Instruction, SyntaxProblem } from '../../src/parse/dockerfile/model.ts';
import { lineIndex } from '../../src/text.ts';
import type { DockerfileView, InstructionView, Refusal } from './answer.ts';
import { type Difference, shown } from './difference.ts';

/** Empty when both say the same. */
export function compareDockerfile(file: Dockerfile, theirs: DockerfileView): Difference[] {
  const refusal = compareRefusal(file, theirs.error);
  return theirs.instructions ? [...refusal, ...compareInstructions(file, theirs.instructions)] : refusal;
}

function compareRefusal(file: Dockerfile, refusal: Refusal | null): Difference[] {
  // The judge's base images set nothing.
  const all = [...file.problems, ...file.conditionalProblems].filter(({ later }) => !later);
  const [first] = all;
  if (!refusal) {
    if (!first) return [];
    return [{ of: 'error', line: lineOf(file, first.range.start), ours: shown(first.message), theirs: 'accepted' }];
  }
  const { line, message } = refusal;
  if (!first) return [{ of: 'error', line, ours: 'accepted', theirs: shown(message) }];
  // A file without instructions is refused as a whole.
  if (line === 0 || file.all.length === 0 || all.some((problem) => covers(file, problem, line))) return [];
  const lines = all.map(({ range }) => lineOf(file, range.start)).join(', ');
  return [{ of: 'error line', line, ours: `${lines}: ${shown(first.message)}`, theirs: shown(message) }];
}

const lineOf = (file: Dockerfile, offset: number): number => lineIndex(file.starts, offset) + 1;

/** BuildKit names an instruction's first line; ours is the place inside of it. */
function covers(file: Dockerfile, { code, range }: SyntaxProblem, line: number): boolean {
  const instruction = file.instructionAt(range.start);
  // A trigger stops the FROM that it is carried out at.
  const runs = instruction?.trigger ? file.stages.filter(({ base }) => base !== null && base === instruction.stage) : [];
  if (runs.some(({ from }) => from.startLine <= line && line <= from.endLine)) return true;
  if (instruction && code !== 'line-too-long') return instruction.startLine <= line && line <= instruction.endLine;
  // Of directives, and of lines that it cannot read, BuildKit names the line before.
  return Math.abs(lineOf(file, range.start) - line) <= 1;
}

function compareInstructions(file: Dockerfile, theirs: readonly InstructionView[]): Difference[] {
  const ours = file.all;
  const differences: Difference[] = [];
  for (let i = 0; i < Math.max(ours.length, theirs.length); i++) {
    const our = ours[i];
    const their = theirs[i];
    const outlines = [our ? outlineOf(our) : 'nothing', their ? outlineOfView(their) : 'nothing'] as const;
    if (!our || !their || outlines[0] !== outlines[1]) {
      // What follows is shifted, and would only say the same again.
      return [
        ...differences,
        { of: 'instructions', line: their?.start ?? our?.startLine ?? 0, ours: outlines[0], theirs: outlines[1] },
      ];
    }
    differences.push(...compareParts(file, our, their));
  }
  return differences;
}

const outlineOf = ({ keyword, startLine, endLine }: Instruction) => `${keyword} ${startLine}-${endLine}`;
const outlineOfView = ({ keyword, start, end }: InstructionView) => `${keyword.toUpperCase()} ${start}-${end}`;

function compareParts(file: Dockerfile, our: Instruction, their: InstructionView): Difference[] {
  const line = our.startLine;
  const heredocs = our.heredocs.map(({ name, expand, stripTabs, body }) => {
    return { name, expand, stripTabs, content: file.source.text.slice(body.start, body.end) };
  });
  const pairs: [string, unknown, unknown][] = [
    ['flags', our.flags.map(({ name, value }) => `--${name}${value === null ? '' : `=${value}`}`), their.flags ?? []],
    ['json', our.json?.map(({ value }) => value) ?? null, their.json],
    // BuildKit hangs the heredocs of a trigger on ONBUILD.
    ['heredocs', our.onbuild ? [] : heredocs, their.heredocs ?? []],
  ];
  // A trigger of a trigger is refused anyway.
  if (their.trigger && !our.onbuild) pairs.push(['trigger', our.trigger?.keyword ?? null, their.trigger.keyword.toUpperCase()]);
  const differences = pairs
    .filter(([, a, b]) => JSON.stringify(a) !== JSON.stringify(b))
    .map(([of, a, b]) => ({ of, line, ours: shown(a), theirs: shown(b) }));
  const trigger = our.trigger && their.trigger && !our.onbuild ? compareParts(file, our.trigger, their.trigger) : [];
  return [...differences, ...trigger];
}
