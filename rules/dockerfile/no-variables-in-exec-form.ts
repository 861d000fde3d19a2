import { rule } from '#rule';

/** Programs that are given text with variables for good reason: shells, and what fills templates. */
const READS =
  /(?:^|\/)(?:sh|bash|ash|dash|zsh|ksh|busybox|envsubst|eval|awk|perl|cmd|cmd\.exe|powershell|pwsh|powershell\.exe|pwsh\.exe|supervisord|find|sed|jq)$/i;
const VARIABLE = /(?<![\\$])\$(?:[A-Za-z_]\w*|\{\w+(?::[^}]{0,100}|[-+?][^}]{0,100})?\})/;

export default rule({
  id: 'no-variables-in-exec-form',
  on: 'dockerfile',
  title: 'The exec form has no variables, because nobody replaces them',
  severity: 'warning',
  category: 'reliability',
  also: ['dockerfile-utils/UNSUPPORTED_MODIFIER'],
  *check(file) {
    const started = new Set(file.instructions('ENTRYPOINT').map(({ stage }) => stage));
    for (const instruction of file.instructions('CMD', 'ENTRYPOINT', 'RUN', 'SHELL')) {
      const { json, keyword, stage } = instruction;
      if (!json || json.some(({ value }) => READS.test(value) || /^-\w*c$/.test(value))) continue;
      // What CMD holds is handed to the ENTRYPOINT, which may read it.
      if (keyword === 'CMD' && stage && [stage, ...stage.ancestors()].some((link) => started.has(link))) continue;
      const found = json.find(({ value }) => VARIABLE.test(value));
      const name = VARIABLE.exec(found?.value ?? '')?.[0];
      if (!found || !name) continue;
      yield {
        at: found.range,
        message: `Nobody replaces \`${name}\` here: the exec form starts \`${json[0]?.value ?? ''}\` without a shell, so that it gets the name and not the value.`,
      };
    }
  },
});
