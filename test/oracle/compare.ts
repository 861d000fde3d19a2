// Every subject beside the judge's answer, and what differs.
import { isNotice } from '../../src/change/decode.ts';
import { parseDockerfile } from '../../src/parse/dockerfile/parse.ts';
import type { Answer } from './answer.ts';
import { ask } from './ask.ts';
import { type ComparedChecks, compareChecks } from './checks.ts';
import { compareCompose } from './compose.ts';
import type { Difference } from './difference.ts';
import { compareDockerfile } from './dockerfile.ts';
import { loaded } from './loaded.ts';
import type { Subject } from './subjects.ts';

export interface Compared {
  readonly subject: Subject;
  /** Why there is nothing to compare with: the judge itself broke. */
  readonly failure: string | null;
  readonly differences: readonly Difference[];
  /** Of Dockerfiles that both could read. */
  readonly checks: ComparedChecks | null;
}

const LINT_VIOLATION = 'lint violation found for rules: ';

export async function* compareAll(program: string, subjects: readonly Subject[]): AsyncGenerator<Compared> {
  let at = 0;
  for await (const answer of ask(program, subjects)) {
    const subject = subjects[at++];
    if (!subject) return;
    const checks = answer.dockerfile && !isNotice(subject.source) ? compareChecks(subject.source, answer.dockerfile) : null;
    yield { subject, failure: answer.failure ?? null, differences: differencesOf(subject, answer, checks), checks };
  }
}

function differencesOf(subject: Subject, answer: Answer, checks: ComparedChecks | null): Difference[] {
  const { source } = subject;
  const { dockerfile, compose } = answer;
  if (isNotice(source)) {
    if (answer.failure || dockerfile?.error || compose?.error !== undefined) return [];
    return [{ of: 'encoding', line: 0, ours: source.message, theirs: 'accepted' }];
  }
  if (compose) return compareCompose(loaded(subject), compose);
  if (!dockerfile) return [];
  // With `# check=error=true` the checks themselves stop the build: then it is for the rules to say the same.
  const byChecks = dockerfile.error?.message.startsWith(LINT_VIOLATION) && checks?.missing.length === 0;
  return compareDockerfile(parseDockerfile(source), byChecks ? { ...dockerfile, error: null } : dockerfile);
}
