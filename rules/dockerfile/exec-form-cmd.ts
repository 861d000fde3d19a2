import { execForm, idles, isOnlyKept, replace, rule, type Stage, shippedStages } from '#rule';

const SIGNALS = 'which takes the signals that were meant for it: `docker stop` may wait ten seconds and then kill it.';
const LOSES =
  'which drops what `docker run` and CMD add, and takes the signals that were meant for it: `docker stop` may wait ten seconds and then kill it.';

/** An ENTRYPOINT in shell form never gets to see CMD. */
const isDropped = (stage: Stage): boolean => Boolean(stage.instructionsOf('ENTRYPOINT').at(-1)?.shell);

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
      const json = `[${words.map((word) => JSON.stringify(word)).join(', ')}]`;
      yield {
        at: start.keywordRange,
        message: `\`${start.keyword}\` starts \`${words[0]}\` through \`/bin/sh -c\`, ${start.keyword === 'ENTRYPOINT' ? LOSES : SIGNALS}`,
        fix:
          start.comments.length > 0
            ? undefined
            : { title: `Use the exec form, without a shell in between`, edits: [replace(start.arguments, json)] },
      };
    }
  },
});
