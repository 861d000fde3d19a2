// Every subject beside the judge's answer, and what differs.
import { isNotice } from '../../src/change/decode.ts';
import { parseDockerfile } from '../../src/parse/dockerfile/parse.ts';
import type { Answer } from './answer.ts';
import { ask } from './ask.ts';
import { type Difference, shown } from './difference.ts';
import { compareDockerfile } from './dockerfile.ts';
import type { Subject } from './subjects.ts';

export interface Compared {
  readonly subject: Subject;
  readonly answer: Answer;
  readonly differences: readonly Difference[];
}

export async function* compareAll(program: string, subjects: readonly Subject[]): AsyncGenerator<Compared> {
  let at = 0;
  for await (const answer of ask(program, subjects)) {
    const subject = subjects[at++];
    if (subject) yield { subject, answer, differences: differencesOf(subject, answer) };
  }
}

function differencesOf({ source }: Subject, { dockerfile, failure }: Answer): Difference[] {
  if (failure !== undefined) return [{ of: 'oracle', line: 0, ours: 'read', theirs: shown(failure) }];
  if (isNotice(source)) {
    if (dockerfile?.error) return [];
    return [{ of: 'encoding', line: 0, ours: source.message, theirs: 'accepted' }];
  }
  return dockerfile ? compareDockerfile(parseDockerfile(source), dockerfile) : [];
}
