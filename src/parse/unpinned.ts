// Packages that are installed in whatever version is there on the day of the build: what all rules on pinning ask.
import type { Range } from '../model.ts';
import { commandSubject } from './dockerfile/command-subject.ts';
import type { Dockerfile } from './dockerfile/model.ts';
import { type Ecosystem, isVersioned, listed } from './package-version.ts';
import type { Arg, Command } from './shell/model.ts';

export interface Unpinned {
  /** The first of them. */
  at: Range;
  /** For a message: `curl`, `git` and 3 more. */
  names: string;
  come: 'come' | 'comes';
  subject: string;
}

/** One for each command that installs at least one such package; names that a variable decides are none. */
export function unpinned(
  file: Dockerfile,
  ecosystem: Ecosystem,
  installs: readonly { readonly command: Command; readonly packages: readonly Arg[] }[],
): Unpinned[] {
  return installs.flatMap(({ command, packages }) => {
    const loose = packages.filter((name) => isVersioned(ecosystem, name) === false);
    const [first] = loose;
    return first
      ? [
          {
            at: first.range,
            names: listed(loose),
            come: loose.length === 1 ? 'comes' : 'come',
            subject: commandSubject(file, command),
          },
        ]
      : [];
  });
}
