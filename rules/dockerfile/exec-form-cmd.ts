import { execForm, type Instruction, idles, isOnlyKept, type ProposedFix, replace, rule, type Stage, shippedStages } from '#rule';

const SIGNALS = 'which takes the signals that were meant for it: `docker stop` may wait ten seconds and then kill it.';
const LOSES =
  'which drops what `docker run` and CMD add, and takes the signals that were meant for it: `docker stop` may wait ten seconds and then kill it.';

/** An ENTRYPOINT in shell form never gets to see CMD. */
const isDropped = (stage: Stage): boolean => Boolean(stage.instructionsOf('ENTRYPOINT').at(-1)?.shell);

/** With an ENTRYPOINT, which until now drops it, the CMD: what was words for a shell becomes arguments. */
function inExecForm(start: Instruction, words: readonly string[]): ProposedFix | undefined {
  const title = 'Use the exec form, without a shell in between';
  const edits = [replace(start.arguments, jsonOf(words))];
  const cmd = start.keyword === 'ENTRYPOINT' ? start.stage?.instructionsOf('CMD').at(-1) : undefined;
  const args = cmd?.shell ? execForm(cmd) : null;
  if (start.comments.length > 0 || (cmd?.shell && (!args || cmd.comments.length > 0))) return undefined;
  if (!cmd || cmd.json?.length === 0) return { title, edits };
  if (args) edits.push(replace(cmd.arguments, jsonOf(args)));
  return { title: `${title}; it is given then what CMD says`, edits };
}

const jsonOf = (words: readonly string[]) => `[${words.map((word) => JSON.stringify(word)).join(', ')}]`;

export default rule({
  id: 'exec-form-cmd',
  on: 'dockerfile',
  title: 'CMD and ENTRYPOINT start the program without a shell',
  severity: 'warning',
  category: 'reliability',
  fixes: 'unsafe',
  also: [
    'hadolint/DL3025',
    'buildkit/JSONArgsRecommended',
    'kics/b86987e1',
    'kics/not_using_json_in_cmd_and_entrypoint_arguments',
    'semgrep/prefer-json-notation',
    'sonar-iac/S7019',
  ],
  *check(file) {
    if (isOnlyKept(file.path)) return;
    const shipped = shippedStages(file);
    for (const start of file.instructions('CMD', 'ENTRYPOINT')) {
      if (!start.shell || start.interpreter.from || !start.stage || !shipped.has(start.stage)) continue;
      const words = execForm(start);
      if (!words || (start.keyword === 'CMD' && (idles(words) || isDropped(start.stage)))) continue;
      yield {
        at: start.keywordRange,
        message: `\`${start.keyword}\` starts \`${words[0]}\` through \`/bin/sh -c\`, ${start.keyword === 'ENTRYPOINT' ? LOSES : SIGNALS}`,
        fix: inExecForm(start, words),
      };
    }
  },
});
