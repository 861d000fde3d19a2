import { bashisms, commandSubject, type ProposedFix, type Range, remove, replace, rule, withoutWords } from '#rule';

/** What becomes of it in another shell. */
const EFFECTS: Readonly<Record<string, string>> = {
  '{a,b}': 'it is one word there, braces and all',
  '&>': 'it starts the command in the background there, and its messages go elsewhere',
  "$'…'": 'the dollar sign and the backslashes stay in the text there',
  'echo -e': 'it prints `-e`, too',
  '==': '`[` stops there with an error',
};
const NO_COMMAND = 'there is no such command there';
/** Told as it stands in the file. */
const WRITTEN = /^(?:replacing|slicing|transforming|indirect|array|\+=|\{a,b\}|<)/;
const COMMANDS = /^(?:\[\[|source|pushd|popd|shopt|declare|typeset|let|mapfile|readarray|\+=|\(\()$/;

export default rule({
  id: 'no-bashisms',
  on: 'dockerfile',
  title: 'What /bin/sh runs is written for /bin/sh',
  severity: 'warning',
  category: 'reliability',
  fixes: 'unsafe',
  *check(file) {
    const fixOf = (what: string, at: Range): ProposedFix | undefined => {
      const option = what === 'echo -e' ? withoutWords(file, at) : null;
      if (option && file.source.text.slice(at.start, at.end) === '-e')
        return { title: 'Remove `-e`: this `echo` reads escapes without it', edits: [remove(option)] };
      if (what === '==') return { title: 'Use `=`', edits: [replace(at, '=')] };
      return what === 'source' ? { title: 'Use `.`, which every shell has', edits: [replace(at, '.')] } : undefined;
    };
    for (const { at, what, shell, command } of bashisms(file)) {
      const shown = WRITTEN.test(what) ? file.source.text.slice(at.start, at.end).replace(/\s+/g, ' ').slice(0, 40) : what;
      const effect = EFFECTS[what] ?? (COMMANDS.test(what) ? NO_COMMAND : 'it is a syntax error there');
      yield {
        at,
        message: `\`${shown}\` is Bash, but \`/bin/sh\` of this image is ${shell === 'dash' ? 'dash' : "BusyBox's shell"}: ${effect}.`,
        ...(command && { subject: commandSubject(file, command) }),
        fix: command?.exact ? fixOf(what, at) : undefined,
      };
    }
  },
});
