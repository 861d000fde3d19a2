// Instructions with too few arguments, or with arguments of the wrong form.
import type { InstructionNode } from '../instruction.ts';
import { quote, type Report } from './report.ts';

/** What each instruction needs, as a person would write it. */
const NEEDS: ReadonlyMap<string, string> = new Map([
  ['ADD', 'a source and a destination'],
  ['ARG', 'a name'],
  ['COPY', 'a source and a destination'],
  ['ENV', 'a name and a value'],
  ['EXPOSE', 'a port'],
  ['HEALTHCHECK', 'CMD with a command, or NONE'],
  ['LABEL', 'a name and a value'],
  ['MAINTAINER', 'a name'],
  ['ONBUILD', 'an instruction'],
  ['SHELL', 'a JSON array such as ["/bin/bash", "-c"]'],
  ['STOPSIGNAL', 'a signal'],
  ['USER', 'a user'],
  ['VOLUME', 'a path'],
  ['WORKDIR', 'a path'],
]);

export function checkArguments(instruction: InstructionNode, report: Report): void {
  const { keyword, exec } = instruction;
  if (instruction.trigger) return;
  if (exec && 'mixed' in exec) return;
  const needs = NEEDS.get(keyword);
  if (needs === undefined) return;
  const count = exec && 'words' in exec && keyword !== 'HEALTHCHECK' ? exec.words.length : instruction.words.length;
  if (count === 0) report('missing-argument', instruction.keywordRange, `${keyword} has no arguments.`, `It needs ${needs}.`);
  else if (count === 1 && (keyword === 'COPY' || keyword === 'ADD')) {
    report(
      'missing-argument',
      instruction.arguments,
      `${keyword} has a source but no destination.`,
      `Write ${keyword} <source> <destination>.`,
    );
  } else if (keyword === 'SHELL' && !instruction.json) {
    report(
      'not-json',
      instruction.arguments,
      `SHELL takes a JSON array, not ${quote(instruction.text)}.`,
      'Write it as ["/bin/bash", "-c"].',
    );
  }
}

/** Found while the file is read, also behind ONBUILD. */
export function checkJson({ keyword, exec, arguments: range }: InstructionNode, report: Report): void {
  if (!exec || !('mixed' in exec)) return;
  const message = `The JSON array of ${keyword} holds something that is no string.`;
  report('mixed-json', range, message, 'Put each element in double quotes.');
}
