import { bracketed, execForm, idles, rule, shippedStages, withTriggers } from '#rule';

export default rule({
  id: 'exec-form-everywhere',
  on: 'dockerfile',
  title: 'Every CMD and ENTRYPOINT is in exec form',
  severity: 'info',
  category: 'style',
  presets: [],
  also: [
    'buildkit/JSONArgsRecommended',
    'hadolint/DL3025',
    'kics/b86987e1',
    'kics/not_using_json_in_cmd_and_entrypoint_arguments',
    'semgrep/prefer-json-notation',
    'sonar-iac/S7019',
  ],
  *check(file) {
    const shipped = shippedStages(file);
    for (const start of withTriggers(file, 'CMD', 'ENTRYPOINT')) {
      // Who chooses a SHELL means it.
      if (start.json || start.interpreter.from || start.text === '' || bracketed(start)) continue;
      const words = execForm(start);
      const asked =
        words && !start.onbuild && start.stage && shipped.has(start.stage) && !(start.keyword === 'CMD' && idles(words));
      if (asked) continue;
      yield {
        at: start.keywordRange,
        message: words
          ? `\`${start.keyword}\` starts \`${words[0]}\` through a shell that it does not need.`
          : `\`${start.keyword}\` needs a shell for what it does here. In exec form the script would be a file of its own, and the program could be PID 1.`,
      };
    }
  },
});
