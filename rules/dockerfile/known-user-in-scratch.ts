import { type Instruction, replace, rule, type Stage } from '#rule';

const PASSWD = /^\/(?:etc(?:\/(?:passwd|group)?)?)?$/;

/** May bring /etc/passwd: a program was run, or files went to it, to /etc or to /. */
function mayBringUsers({ keyword, json, words, heredocs }: Instruction): boolean {
  if (keyword === 'RUN' || keyword === 'SHELL' || keyword === 'ONBUILD') return true;
  if (keyword !== 'COPY' && keyword !== 'ADD') return false;
  const target = (json ?? words).at(-1)?.value ?? '';
  return (
    target.includes('$') ||
    PASSWD.test(target) ||
    (!target.startsWith('/') && heredocs.length === 0 && /^\.?\/?$|etc/.test(target))
  );
}

const named = (text: string) => text.split(':').some((part) => /^[a-zA-Z_][\w.-]*$/.test(part) && part !== 'root');

export default rule({
  id: 'known-user-in-scratch',
  on: 'dockerfile',
  title: 'Users without /etc/passwd are numbers',
  severity: 'error',
  category: 'reliability',
  fixes: 'unsafe',
  also: ['tally/named-identity-in-passwdless-stage'],
  *check(file) {
    for (const stage of file.stages) {
      const chain = [stage, ...stage.ancestors()].reverse();
      if (chain[0]?.image?.value !== 'scratch') continue;
      for (const instruction of chain.flatMap(({ instructions }) => instructions)) {
        if (instruction.stage === stage) yield* namesIn(instruction, stage);
        if (mayBringUsers(instruction)) break;
      }
    }
  },
});

function* namesIn(instruction: Instruction, { isFinal }: Stage) {
  const user = instruction.keyword === 'USER' ? instruction.words[0] : undefined;
  if (user && named(user.text)) {
    yield {
      at: user.range,
      message: `\`scratch\` has no /etc/passwd, so that nothing knows who \`${user.text}\` is: ${isFinal ? 'the container does not start' : 'steps that run as it fail'}.`,
      fix: { title: 'Use `65532:65532`, which needs no entry', edits: [replace(user.range, '65532:65532')] },
    };
  }
  const chown = instruction.flag('chown');
  if (chown?.value && chown.valueRange && named(chown.value) && !mayBringUsers(instruction)) {
    yield {
      at: chown.valueRange,
      message: `\`scratch\` has no /etc/passwd, so that nothing knows who \`${chown.value}\` is, and the build stops here.`,
      subject: `COPY ${instruction.text.slice(0, 80)}`,
      fix: { title: 'Use `65532:65532`, which needs no entry', edits: [replace(chown.valueRange, '65532:65532')] },
    };
  }
}
