// Whether containers of a stage have curl or wget: what its base brings, what its instructions install, copy or may bring unseen.
import { hasToolFromBase, type Tool } from '../known-tools.ts';
import type { Command } from '../shell/model.ts';
import { levels } from './context-path.ts';
import type { Instruction, Stage } from './model.ts';

/** `null`: not known. */
type Answer = boolean | null;

/** Commands that put no programs anywhere, or only those of their own kind: what others do is not known. */
const HARMLESS = new Set(
  `[ : addgroup adduser apk apt apt-get bundle bundler cat cd chgrp chmod chown composer corepack cp date dotnet echo env export false find gem
  go gradle gradlew grep groupadd groupmod head ln locale-gen ls mkdir mv mvn mvnw node npm npx pip pip3 pnpm poetry printf python python3 rm
  rmdir ruby sed set sleep sort sync tail test touch tr true umask unset update-ca-certificates useradd usermod uv wc yarn cargo rustup`.split(
    /\s+/,
  ),
);
const INSTALLERS = new Set(['apt', 'apt-get', 'aptitude', 'apk']);
/** A copy from another stage that lands there may bring any program. */
const PROGRAMS = /^(?:usr\/)?(?:local\/)?(?:s?bin|lib|share)?$/;

const known = new WeakMap<Stage, Map<Tool, Answer>>();

export function bringsTool(stage: Stage, tool: Tool): Answer {
  const answers = known.get(stage) ?? new Map<Tool, Answer>();
  known.set(stage, answers);
  const before = answers.get(tool);
  if (before !== undefined) return before;
  const answer = answerOf(stage, tool);
  answers.set(tool, answer);
  return answer;
}

function answerOf(stage: Stage, tool: Tool): Answer {
  const chain = [stage, ...stage.ancestors()];
  const { image, ref } = chain.at(-1) ?? stage;
  const base = image?.value === 'scratch' ? false : ref && hasToolFromBase(ref, tool);
  if (base !== false) return base;
  let unseen = false;
  for (const link of chain)
    for (const instruction of link.instructionsOf('RUN', 'COPY', 'ADD')) {
      const brings = instruction.keyword === 'RUN' ? ofRun(instruction, tool) : ofCopy(instruction, tool);
      if (brings) return true;
      unseen ||= brings === null;
    }
  return unseen ? null : false;
}

function ofRun(run: Instruction, tool: Tool): Answer {
  // Whatever names it may install it, as a package, a file or a link.
  if (run.text.includes(tool) || run.commands.some((command) => isNamed(command, tool))) return true;
  return run.commands.length > 0 && run.commands.every(isHarmless) ? false : null;
}

const isNamed = ({ name, args }: Command, tool: Tool) => name === tool || args.some(({ text }) => text.includes(tool));

/** Packages behind a variable, in a file or in a list may be any. */
const isHarmless = ({ name, args }: Command): boolean =>
  HARMLESS.has(name) && (!INSTALLERS.has(name) || args.every(({ value }) => value !== null && !/[/*]|^@/.test(value)));

function ofCopy(copy: Instruction, tool: Tool): Answer {
  const words = (copy.json ?? copy.words).map(({ value }) => value);
  if (words.some((word) => word.includes(tool))) return true;
  const target = words.at(-1) ?? '';
  if (words.some((word) => word.includes('$'))) return null;
  const sources = copy.flag('from') ? words.slice(0, -1) : [];
  return [...sources, ...(target.startsWith('/') ? [target] : [])].some((path) => PROGRAMS.test(levels(path).join('/')))
    ? null
    : false;
}
