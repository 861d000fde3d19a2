import { isWindows, knownBase, replace, rule, type Stage, type Word } from '#rule';

const OPERATOR = /^(?:&&|\|\|?|;|>>?|2>&1)$/;
const SHELL =
  /(?:^|[\\/])(?:sh|bash|ash|dash|zsh|cmd(?:\.exe)?|powershell(?:\.exe)?|pwsh(?:\.exe)?|env|xargs|find|expr|test|\[)$/i;
/** What an entrypoint that is not seen here may take apart: only official images are known not to. */
const isKnown = (stage: Stage) => {
  const base = stage.ancestors().at(-1) ?? stage;
  return base.ref !== null && knownBase(base.ref) !== null;
};

/** The word that is wrong, and why the container does not do what it says. */
function wrong(words: readonly Word[], isEntrypoint: boolean): { word: Word; why: string } | null {
  const [first, second] = words;
  if (!first || !second) {
    const blank = first && /^[^\s"'\\$%-][^\s"'\\$%]*\s+\S/.test(first.value);
    return blank
      ? {
          word: first,
          why: `starts a program that is called \`${first.value.slice(0, 60)}\`, blanks included: there is none, and the container ends at once`,
        }
      : null;
  }
  if (SHELL.test(first.value)) return null;
  const operator = words.find(({ value }) => OPERATOR.test(value));
  return operator
    ? {
        word: operator,
        why: `gives \`${operator.value}\` to \`${first.value.slice(0, 60)}\` as an argument${isEntrypoint ? '' : ', and all that follows, too'}: no shell is there to read it`,
      }
    : null;
}

export default rule({
  id: 'exec-form-in-words',
  on: 'dockerfile',
  title: 'The exec form names a program and its arguments, each by itself',
  severity: 'warning',
  category: 'reliability',
  fixes: 'unsafe',
  *check(file) {
    const started = new Set(file.instructions('ENTRYPOINT').map(({ stage }) => stage));
    for (const { json, keyword, stage } of file.instructions('CMD', 'ENTRYPOINT')) {
      if (!json || !stage || isWindows(stage)) continue;
      // What CMD holds is handed to the ENTRYPOINT, which may take it apart.
      const handed = keyword === 'CMD' && ([stage, ...stage.ancestors()].some((link) => started.has(link)) || !isKnown(stage));
      const found = handed ? null : wrong(json, keyword === 'ENTRYPOINT');
      const [first] = json;
      const last = json.at(-1);
      if (!found || !first || !last) continue;
      const text = json.map(({ value }) => value).join(' ');
      const parts = /[&|;<>*?`(){}#~]/.test(text) ? ['sh', '-c', text] : text.trim().split(/\s+/);
      yield {
        at: found.word.range,
        message: `The exec form ${found.why}.`,
        fix: /["\\$]/.test(text)
          ? undefined
          : {
              title: parts[1] === '-c' ? 'Give it to a shell' : 'Give each word by itself',
              edits: [replace({ start: first.range.start, end: last.range.end }, parts.map((part) => `"${part}"`).join(', '))],
            },
      };
    }
  },
});
