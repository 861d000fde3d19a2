// Downloads whose file nothing looks at before it is run: an error page in its place is found out when the container starts.
import type { Command } from './model.ts';

/** Commands that move a file or give it away, and never read it. */
const BLIND = /^(?:chmod|chown|chgrp|ln|mv|cp|install|mkdir|touch|ls|echo)$/;

/** Of longer ones nobody follows each file. */
const MAX_COMMANDS = 300;

/** The file that curl saves where its RUN makes it executable, and no command of this RUN reads or starts it; else `null`. */
export function savedProgram(command: Command): string | null {
  const path = command.option('-o', '--output') ?? remoteName(command);
  const { commands } = command.instruction;
  if (!path || path === '-' || path.startsWith('/dev/') || commands.length > MAX_COMMANDS) return null;
  const later = commands.slice(commands.indexOf(command) + 1);
  const name = path.slice(path.lastIndexOf('/') + 1);
  const uses = later.filter(
    (one) => one.name === name || one.name === path || one.args.some(({ value }) => isFile(value, path, name)),
  );
  const unseen =
    uses.some((one) => one.name === 'chmod' || (one.name === 'install' && !one.has('-d'))) &&
    uses.every((one) => BLIND.test(one.name));
  return unseen ? path : null;
}

/** What `-O` calls the file. */
function remoteName({ args }: Command): string | null {
  if (!args.some(({ text }) => /^(?:-[a-zA-Z#]{0,20}O|--remote-name)$/.test(text))) return null;
  const url = args.find(({ value }) => value !== null && /^https?:\/\//.test(value))?.value;
  return url ? (/\/([\w.-]{1,200})(?:\?.{0,500})?$/.exec(url.slice(-800))?.[1] ?? null) : null;
}

const isFile = (value: string | null, path: string, name: string): boolean =>
  value === path || value === name || value?.endsWith(`/${name}`) === true;
