// All that BuildKit refuses in a file, in the order of the text.
import { isWindows } from '../base-ref.ts';
import type { DockerfileView } from '../dockerfile.ts';
import type { Expandable } from '../expand.ts';
import type { SyntaxProblem } from '../model.ts';
import { checkArguments, checkJson } from './arguments.ts';
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
  checkJson,
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

/** Of triggers these are found while the file is read. */
const WHEN_READ = new Set<Check>([checkJson, checkPairs]);
const OF_TRIGGERS = CHECKS.filter((check) => !WHEN_READ.has(check));
const UNKNOWN = { value: null, fault: null, faultAt: 0 } as const;

const textOf = (text: string | Expandable): string => (typeof text === 'string' ? text : text.text);

/** `plain`: as a build that finds nothing set around the file, else as one of which only the arguments are known to be absent. */
export function checkFile(file: DockerfileView, plain: boolean): SyntaxProblem[] {
  const { scopes } = file;
  const build: Build = {
    isPlain: plain,
    windows: file.stages.some((stage) => isWindows(stage)),
    evaluate: (text, at) => (plain ? scopes.inPlainBuild(text, at) : scopes.byDefault(text, at)),
  };
  const bases = new Set(file.stages.map(({ base }) => base));
  const problems = [...file.structure.problems];
  const report = reporter(problems);
  const reportLater = reporter(problems, true);
  checkLines(file, report);
  checkOrder(file, report);
  checkUnknown(file, ({ stage, onbuild }) => (onbuild && !(stage && bases.has(stage)) ? reportLater : report));
  checkSources(file, report);
  checkImages(file, report, build);
  checkPlatforms(file, report, build);
  checkOptions(file, report);
  checkEpoch(file, report, build);
  checkDevices(file, report);
  for (const instruction of file.all) {
    const evaluate: Evaluate = (text) => build.evaluate(text, instruction);
    for (const check of CHECKS) check(instruction, report, evaluate, build);
    const { trigger } = instruction;
    if (!trigger) continue;
    checkJson(trigger, report);
    // Carried out in this file, or on an image of which nothing is known.
    const isRun = instruction.stage !== null && bases.has(instruction.stage);
    const known: Evaluate = isRun ? evaluate : (text) => (textOf(text).includes('$') ? UNKNOWN : evaluate(text));
    for (const check of OF_TRIGGERS) check(trigger, isRun ? report : reportLater, known, build);
  }
  return problems.sort((a, b) => a.range.start - b.range.start);
}
