// All that BuildKit refuses in a file, in the order of the text.
import { isWindows } from '../base-ref.ts';
import type { DockerfileView } from '../dockerfile.ts';
import type { SyntaxProblem } from '../model.ts';
import { checkArguments } from './arguments.ts';
import { checkOptions } from './check-options.ts';
import { checkChecksum } from './checksum.ts';
import { checkDevices } from './devices.ts';
import { checkEpoch } from './epoch.ts';
import { checkExpansions } from './expansions.ts';
import { checkFlags } from './flags.ts';
import { checkHealthcheck } from './healthcheck.ts';
import { checkHeredocs } from './heredocs.ts';
import { checkImages } from './images.ts';
import { checkLines } from './lines.ts';
import { checkModes } from './modes.ts';
import { checkMounts } from './mounts.ts';
import { checkOnbuild } from './onbuild.ts';
import { checkPairs } from './pairs.ts';
import { checkPlatforms } from './platforms.ts';
import { checkPorts } from './ports.ts';
import { checkRemoteSources } from './remote.ts';
import { type Build, type Check, type Evaluate, reporter } from './report.ts';
import { checkSignal } from './signal.ts';
import { checkSources } from './sources.ts';
import { checkFrom, checkOrder } from './stages.ts';
import { checkUnknown } from './unknown.ts';
import { checkVolumes } from './volumes.ts';
import { checkWindowsPaths } from './windows-paths.ts';

const CHECKS: readonly Check[] = [
  checkFlags,
  checkArguments,
  checkChecksum,
  checkExpansions,
  checkHealthcheck,
  checkHeredocs,
  checkModes,
  checkMounts,
  checkOnbuild,
  checkPairs,
  checkPorts,
  checkSignal,
  checkFrom,
  checkRemoteSources,
  checkVolumes,
  checkWindowsPaths,
];

/** What is wrong with a trigger whatever image it is carried out on. */
const OF_TRIGGERS: readonly Check[] = [checkFlags, checkHealthcheck, checkExpansions];
const unknown: Evaluate = () => ({ value: null, fault: null, faultAt: 0 });

/** `plain`: as a build that finds nothing set around the file, else as one of which only the arguments are known to be absent. */
export function checkFile(file: DockerfileView, plain: boolean): SyntaxProblem[] {
  const { scopes } = file;
  const build: Build = {
    isPlain: plain,
    windows: file.stages.some((stage) => isWindows(stage)),
    evaluate: (text, at) => (plain ? scopes.inPlainBuild(text, at) : scopes.byDefault(text, at)),
  };
  const problems = [...file.structure.problems];
  const report = reporter(problems);
  const reportLater = reporter(problems, true);
  checkLines(file, report);
  checkOrder(file, report);
  checkUnknown(file, report, reportLater);
  checkSources(file, report);
  checkImages(file, report, build);
  checkPlatforms(file, report, build);
  checkOptions(file, report);
  checkEpoch(file, report, build);
  checkDevices(file, report);
  for (const instruction of file.all) {
    const evaluate: Evaluate = (text) => build.evaluate(text, instruction);
    for (const check of CHECKS) check(instruction, report, evaluate, build);
    if (!instruction.trigger) continue;
    for (const check of OF_TRIGGERS) check(instruction.trigger, report, unknown, build);
    checkArguments(instruction.trigger, reportLater);
  }
  return problems.sort((a, b) => a.range.start - b.range.start);
}
