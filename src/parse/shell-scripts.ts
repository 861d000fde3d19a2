// The scripts of a Dockerfile's RUN instructions as an outside tool can read them, each with the way back into the file.
import type { Range } from '../model.ts';
import { baseShell } from './dockerfile/base-shell.ts';
import { InstructionNode } from './dockerfile/instruction.ts';
import type { Dockerfile, Instruction, Stage } from './dockerfile/model.ts';
import { shellText } from './dockerfile/shell-text.ts';
import { type Joined, rangeAt } from './joined.ts';

export interface ShellScript {
  /** A whole script: `#!` with the shell in force, a line that exports what the Dockerfile sets, then the text. */
  readonly text: string;
  /** The shell is what a `SHELL` or the base image makes it; else /bin/sh may be any. */
  readonly known: boolean;
  /** Where a part of it stands in the file; `null` for what is not in the file. */
  place(start: number, end: number): Range | null;
}

const SHELLS = new Set(['sh', 'bash', 'dash', 'ash', 'ksh']);
const NAME = /^[A-Za-z_]\w*$/;
/** Set in builds without being declared. https://docs.docker.com/reference/dockerfile/#predefined-args */
const PROXIES = ['http_proxy', 'https_proxy', 'ftp_proxy', 'no_proxy', 'all_proxy'].flatMap((name) => [name, name.toUpperCase()]);
const LONGEST = 64 * 1024;
/** Variables of one stage; where there are more, its scripts are left out. */
const MOST_NAMES = 300;

export function shellScripts(file: Dockerfile): ShellScript[] {
  const scripts: ShellScript[] = [];
  for (const stage of file.stages) {
    const names = new Set(PROXIES);
    for (const one of stage.ancestors()) for (const name of inherited(one)) names.add(name);
    for (const instruction of stage.instructions) {
      const run = instruction.trigger ?? instruction;
      const script = run.keyword === 'RUN' ? scriptOf(run, names) : null;
      if (script) scripts.push(script);
      if (run.keyword === 'ENV' || run.keyword === 'ARG') for (const name of namesIn(run)) names.add(name);
      if (names.size > MOST_NAMES) break;
    }
  }
  return scripts;
}

const inherited = (stage: Stage): string[] => stage.instructionsOf('ENV').slice(0, MOST_NAMES).flatMap(namesIn);

const namesIn = ({ pairs }: Instruction): string[] => pairs.map(({ name }) => name.value).filter((name) => NAME.test(name));

function scriptOf(instruction: Instruction, names: ReadonlySet<string>): ShellScript | null {
  const { interpreter } = instruction;
  const body = interpreter.kind === 'posix' && instruction instanceof InstructionNode ? shellText(instruction) : null;
  if (!body || body.text.length > LONGEST) return null;
  const own = /^#![ \t]*(?:\S*\/env[ \t]+(?:-S[ \t]+)?)?(\S+)/.exec(body.text)?.[1];
  const shell = (own ?? interpreter.words[0] ?? '').replace(/^.*\//s, '');
  if (!SHELLS.has(shell)) return null;
  const known = shell !== 'sh' || own !== undefined || !instruction.stage || baseShell(instruction.stage) !== null;
  return whole(`/bin/${dialect(shell, instruction)}`, known, body, [...names].filter((name) => body.text.includes(name)).sort());
}

/** `sh` is what the base image makes of it: dash and Bash differ in what they take. */
function dialect(shell: string, { stage }: Instruction): string {
  const known = shell === 'sh' && stage ? baseShell(stage) : null;
  return known === 'dash' || known === 'bash' ? known : shell;
}

function whole(shell: string, known: boolean, body: Joined, names: readonly string[]): ShellScript {
  const head = `#!${shell}\n${names.length > 0 ? `export${names.map((name) => ` ${name}=1`).join('')}\n` : ''}`;
  const length = body.text.trimEnd().length;
  return {
    text: `${head}${body.text.slice(0, length)}\n`,
    known,
    place(start, end) {
      const [from, to] = [start - head.length, Math.min(end - head.length, length)];
      return from < 0 || from > length ? null : rangeAt(body, from, Math.max(from, to));
    },
  };
}
