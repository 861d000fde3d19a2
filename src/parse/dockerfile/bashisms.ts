// What a Dockerfile writes for Bash where /bin/sh, which is another shell in its base image, reads it.
import type { Range } from '../../model.ts';
import type { KnownShell } from '../known-shells.ts';
import type { Command, Foreign } from '../shell/model.ts';
import { baseShell } from './base-shell.ts';
import type { Dockerfile, Instruction, Stage } from './model.ts';

export interface Bashism {
  readonly at: Range;
  /** As a reader knows it: `[[`, `source` … */
  readonly what: string;
  readonly shell: 'dash' | 'busybox';
  readonly command: Command | null;
}

/** BusyBox's ash brings some of Bash along. */
const IN_BUSYBOX = new Set([
  '[[',
  'source',
  '&>',
  'function',
  'replacing',
  'slicing',
  "$'…'",
  '==',
  'echo -e',
  '+=',
  'let',
  '|&',
  '<(…)',
]);
const BUILTINS = new Set(['source', 'pushd', 'popd', 'shopt', 'declare', 'typeset', 'let', 'mapfile', 'readarray']);
const RELINKS = /\/bin\/sh$/;

/** In the order of the text; nothing where the base image is not known or the shell was changed. */
export function bashisms(file: Dockerfile): Bashism[] {
  const found: Bashism[] = [];
  const shells = new Map<Stage | null, KnownShell | null>();
  const shellOf = ({ stage }: Instruction) => {
    if (!shells.has(stage)) shells.set(stage, shellIn(stage));
    return shells.get(stage) ?? null;
  };
  for (const instruction of file.instructions('RUN', 'CMD', 'ENTRYPOINT')) {
    const shell = instruction.shell && !instruction.interpreter.from ? shellOf(instruction) : null;
    if (!shell || shell === 'bash' || shebang(file, instruction)) continue;
    const all = [...(instruction.shell?.foreign ?? []).map(construct), ...(instruction.shell?.commands ?? []).flatMap(inCommand)];
    for (const one of all) if (shell === 'dash' || !IN_BUSYBOX.has(one.what)) found.push({ ...one, shell });
  }
  return found.sort((a, b) => a.at.start - b.at.start);
}

const construct = ({ construct, range }: Foreign) => ({ at: range, what: construct, command: null });

function shellIn(stage: Stage | null): KnownShell | null {
  const chain: readonly Stage[] = stage ? [stage, ...stage.ancestors()] : [];
  return !stage || chain.some(relinked) ? null : baseShell(stage);
}

/** Whether /bin/sh is made another program somewhere in a stage. */
const relinked = (stage: Stage) =>
  stage
    .instructionsOf('RUN')
    .some(
      ({ commands, text }) =>
        /dash\/sh|reconfigure.*dash|\bdash\b.*false/.test(text) ||
        commands.some(({ name, args }) => /^(?:ln|mv|cp|rm)$/.test(name) && args.some(({ value }) => RELINKS.test(value ?? ''))),
    );

/** A heredoc that names its own interpreter. */
const shebang = (file: Dockerfile, { heredocs }: Instruction) =>
  heredocs.some(({ body }) => file.source.text.startsWith('#!', body.start));

function inCommand(command: Command): { at: Range; what: string; command: Command }[] {
  const { name, nameRange, args, depth, parent, wrappers } = command;
  if (inOtherShell(parent) || wrappers.length > 0) return [];
  const one = (at: Range | undefined, what: string) => (at ? [{ at, what, command }] : []);
  if (BUILTINS.has(name) && depth >= 0) return one(nameRange, name);
  if (name === '[' || name === 'test') return one(args.find(({ text }) => text === '==')?.range, '==');
  const option = args[0];
  if (name === 'echo' && option && !option.quoted && /^-n?en?$/.test(option.text)) return one(option.range, 'echo -e');
  return [];
}

/** Inside the text that another shell is given. */
function inOtherShell(parent: Command | null): boolean {
  for (let outer = parent, i = 0; outer && i < 8; outer = outer.parent, i++)
    if (/^(?:bash|zsh|ksh|su|runuser|ssh|docker)$/.test(outer.name)) return true;
  return false;
}
