// All that BuildKit refuses in a file, in the order of the text.
import type { DockerfileView } from '../dockerfile.ts';
import type { InstructionNode } from '../instruction.ts';
import type { SyntaxProblem } from '../model.ts';
import { checkArguments } from './arguments.ts';
import { checkExpansions } from './expansions.ts';
import { checkFlags } from './flags.ts';
import { checkHealthcheck } from './healthcheck.ts';
import { checkHeredocs } from './heredocs.ts';
import { checkLines } from './lines.ts';
import { checkMounts } from './mounts.ts';
import { checkOnbuild } from './onbuild.ts';
import { checkPairs } from './pairs.ts';
import { checkPlatforms } from './platforms.ts';
import { checkPorts } from './ports.ts';
import { type Report, reporter } from './report.ts';
import { checkSignal } from './signal.ts';
import { checkSources } from './sources.ts';
import { checkFrom, checkOrder } from './stages.ts';
import { checkUnknown } from './unknown.ts';

const CHECKS: readonly ((instruction: InstructionNode, report: Report) => void)[] = [
  checkFlags,
  checkArguments,
  checkExpansions,
  checkHealthcheck,
  checkHeredocs,
  checkMounts,
  checkOnbuild,
  checkPairs,
  checkPorts,
  checkSignal,
  checkFrom,
];

export function checkFile(file: DockerfileView): SyntaxProblem[] {
  const problems = [...file.structure.problems];
  const report = reporter(problems);
  checkLines(file, report);
  checkOrder(file, report);
  checkUnknown(file, report);
  checkSources(file, report);
  checkPlatforms(file, report);
  for (const instruction of file.all) for (const check of CHECKS) check(instruction, report);
  return problems.sort((a, b) => a.range.start - b.range.start);
}
