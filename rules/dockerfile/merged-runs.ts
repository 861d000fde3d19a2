import { andThen, type Dockerfile, type Instruction, openList, type ProposedFix, plainList, replace, rule } from '#rule';

/** More than that in one RUN has been put together on purpose. */
const MANY = 2;
/** What fetches something: in a layer of its own the build's cache keeps it while the commands around it change. */
const FETCHES =
  /^(?:curl|wget|git|apt|apt-get|apk|dnf|microdnf|yum|zypper|pip[\d.]*|pipenv|poetry|uv|conda|mamba|npm|npx|yarn|pnpm|go|gem|bundle|composer|cargo|mvn|gradle|dotnet)$/;
const fetches = ({ commands }: Instruction) => commands.some(({ name }) => FETCHES.test(name));
const flagsOf = ({ flags }: Instruction) => flags.map(({ name, value }) => `${name}=${value}`).join(' ');
/** Other rules take these away: what is left then is what counts. */
const UPGRADES = /^(?:update|upgrade|dist-upgrade|full-upgrade)$/;
const counted = ({ commands, heredocs }: Instruction) =>
  heredocs.length > 0
    ? MANY + 1
    : commands.filter(
        ({ depth, wrappers, operands }) => depth === 0 && wrappers.length === 0 && !UPGRADES.test(operands[0]?.value ?? ''),
      ).length;

/** A comment stands between RUN and what it runs. */
const explained = ({ comments, arguments: { start } }: Instruction) => comments.some(({ range }) => range.start < start);

function joined(file: Dockerfile, first: Instruction, next: Instruction): ProposedFix | undefined {
  const between = file.source.text.slice(first.range.end, next.range.start);
  if (fetches(first) || fetches(next) || !openList(first) || !plainList(next) || between.trim() !== '' || explained(next))
    return undefined;
  // With the last character of the one above: what puts a command there, or rewrites it, has to come first.
  const range = { start: first.range.end - 1, end: next.arguments.start };
  const last = file.source.text.slice(range.start, first.range.end);
  return { title: 'Join it with the RUN above', edits: [replace(range, `${last}${andThen(file, first)}`)] };
}

export default rule({
  id: 'merged-runs',
  on: 'dockerfile',
  title: 'Consecutive RUNs are one',
  severity: 'info',
  category: 'size',
  presets: ['strict'],
  fixes: 'safe',
  also: [
    'hadolint/DL3059',
    'sonar-iac/S7031',
    'kics/0008c003',
    'kics/multiple_run_add_copy_instructions_listed',
    'droast/DF003',
    'openrewrite/CombineRunInstructions',
  ],
  *check(file) {
    for (const { instructions } of file.stages)
      for (const [i, next] of instructions.entries()) {
        const first = instructions[i - 1];
        if (first?.keyword !== 'RUN' || next.keyword !== 'RUN' || flagsOf(first) !== flagsOf(next)) continue;
        if (counted(first) > MANY || counted(next) > MANY) continue;
        yield {
          at: next.keywordRange,
          message:
            'This RUN and the one above make two layers where one would do: what the first leaves behind and the second removes stays in the image.',
          subject: `${file.subject(next.keywordRange)} ${next.text.slice(0, 80)}`,
          fix: joined(file, first, next),
        };
      }
  },
});
