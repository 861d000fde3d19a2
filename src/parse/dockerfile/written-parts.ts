// Commands of a RUN that write fixed text to a file, wherever they stand in it.
import type { Range } from '../../model.ts';
import type { Arg, Command } from '../shell/model.ts';
import type { Dockerfile, Instruction } from './model.ts';
import { runMounts } from './run-mounts.ts';

export interface WrittenPart {
  readonly path: string;
  readonly range: Range;
}

const WRITES = /^(?:echo|printf)$/;
const GROUP = /\{\s*((?:echo|printf)\s[^{}]{0,4000})\}\s*(?:>|\|\s*tee)\s+(\/[\w./@-]{1,200})/;
const BODY =
  /(?:^|\s)(?:cat\s*>|tee)\s*(\/[\w./@-]{1,200})\s*<<|<<-?["']?\w{1,40}["']?\s*(?:cat\s*>|tee\s|>)\s*(\/[\w./@-]{1,200})/;

/** The first of them; `null` where there is none, or where mounts lie under it. */
export function writtenPart(file: Dockerfile, run: Instruction): WrittenPart | null {
  if (!run.shell) return null;
  const found = run.commands.map((command) => partOf(file, run, command)).find((part) => part !== null) ?? inGroup(run);
  return found && !isMounted(file, run, found.path) ? found : null;
}

function partOf(
  file: Dockerfile,
  run: Instruction,
  { name, args, redirects, pipedTo, pipedFrom, nameRange, parent }: Command,
): WrittenPart | null {
  const fixed = (words: readonly Arg[]) => words.every((word) => isFixed(file, run, word));
  if (parent) return null;
  if (name === 'tee') {
    const [path, ...more] = args;
    const source = pipedFrom && WRITES.test(pipedFrom.name) && fixed(pipedFrom.args);
    return source && more.length === 0 && isPlace(path?.value) ? { path: path?.value ?? '', range: nameRange } : null;
  }
  const [redirect, ...others] = redirects;
  const path = redirect?.target?.value;
  if (!WRITES.test(name) || pipedTo || others.length > 0 || redirect?.operator !== '>' || !isPlace(path) || !fixed(args))
    return null;
  return { path: path ?? '', range: nameRange };
}

const isPlace = (path: string | null | undefined): boolean => Boolean(path && /^\/(?!dev\/|proc\/|sys\/)/.test(path));

/** No command decides what it says, and every variable is set by the file. */
function isFixed(file: Dockerfile, run: Instruction, { value, text }: Arg): boolean {
  if (value !== null) return true;
  const names = [...text.matchAll(/\$\{?(\w{1,100})\}?/g)].map(([, name]) => name);
  return names.length > 0 && !/\$\(|`/.test(text) && names.every((name) => Boolean(file.expand(`$${name}`, run)));
}

/** `{ echo a; echo b; } > /file`, and a heredoc that `cat` or `tee` writes. */
function inGroup(run: Instruction): WrittenPart | null {
  const text = run.text.slice(0, 20_000);
  const body = run.heredocs.length > 0 || text.includes('<<') ? BODY.exec(text) : null;
  const group = body ? null : GROUP.exec(text);
  const path = body?.[1] ?? body?.[2] ?? group?.[2];
  if (!path || !isPlace(path) || /\$\(|`|\$[A-Za-z{]/.test(group?.[1] ?? '')) return null;
  const pieces = (group?.[1] ?? '')
    .split(/[;\n]/)
    .map((piece) => piece.trim())
    .filter(Boolean);
  return pieces.every((piece) => /^(?:echo|printf)\s/.test(piece)) ? { path, range: run.keywordRange } : null;
}

const isMounted = (file: Dockerfile, run: Instruction, path: string): boolean =>
  runMounts(file, run).some(
    ({ type, fields }) =>
      type === 'bind' ||
      fields.some(({ key, value }) => /^(?:target|dst|destination)$/.test(key) && `${path}/`.startsWith(value ?? '/')),
  );
