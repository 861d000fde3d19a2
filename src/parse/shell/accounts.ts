// Accounts that commands create and the groups they add them to: useradd(8), usermod(8), adduser(8), gpasswd(1), and BusyBox's adduser and addgroup.
import type { Command } from './model.ts';

export interface Membership {
  readonly user: string;
  /** Supplementary groups. */
  readonly groups: readonly string[];
  /** The command makes the account. */
  readonly created: boolean;
}

/** Options that take their value from the next word, by command. */
const VALUED: ReadonlyMap<string, RegExp> = new Map([
  [
    'useradd',
    /^(?:-[a-zA-Z]*[bcdefgGkKpRPsuZ]|--(?:base-dir|comment|home-dir|home|expiredate|inactive|gid|groups|skel|key|password|root|prefix|shell|uid|selinux-user))$/,
  ],
  [
    'usermod',
    /^(?:-[a-zA-Z]*[cdefgGlpRPsuvVwWZ]|--(?:comment|home|expiredate|inactive|gid|groups|login|password|root|prefix|shell|uid))$/,
  ],
  ['adduser', /^(?:-[a-zA-Z]*[hgsGku]|--(?:home|shell|gecos|comment|ingroup|uid|gid|firstuid|lastuid|conf))$/],
  ['addgroup', /^(?:-[a-zA-Z]*g|--gid|--conf)$/],
]);

/** `null` when the command does neither, or a name is not known. */
export function membership(command: Command): Membership | null {
  const operands = operandsOf(command);
  const [first, second] = operands;
  if (command.name === 'gpasswd') {
    const user = command.option('-a', '--add');
    const group = command.operands.at(-1)?.value;
    return user && group && group !== user ? { user, groups: [group], created: false } : null;
  }
  if (operands.includes(null) || !first) return null;
  if (command.name === 'useradd' || command.name === 'usermod')
    return {
      user: operands.at(-1) ?? first,
      groups: listed(command.option('-G', '--groups')),
      created: command.name === 'useradd',
    };
  if (command.name !== 'adduser' && command.name !== 'addgroup') return null;
  if (second) return { user: first, groups: [second], created: false };
  return command.name === 'adduser' ? { user: first, groups: [], created: true } : null;
}

const listed = (groups: string | null): string[] => (groups ?? '').split(',').filter(Boolean);

function operandsOf({ name, args }: Command): (string | null)[] {
  const valued = VALUED.get(name);
  return args.flatMap(({ text, value }, i) => {
    const previous = args[i - 1]?.text ?? '';
    return text.startsWith('-') || valued?.test(previous) ? [] : [value];
  });
}
