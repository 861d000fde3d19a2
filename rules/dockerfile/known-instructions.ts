import { type Dockerfile, isTemplate, replace, rule } from '#rule';

/** More of its instructions are written so than in upper case. */
function isInLowerCase({ all, source: { text } }: Dockerfile): boolean {
  const lower = all.filter(({ keywordRange: { start } }) => text.charAt(start) >= 'a').length;
  return 2 * lower > all.length;
}

export default rule({
  id: 'known-instructions',
  on: 'dockerfile',
  title: 'Every line begins with an instruction that exists',
  severity: 'error',
  category: 'syntax',
  fixes: 'unsafe',
  also: [
    'dockerfile-utils/UNKNOWN_INSTRUCTION',
    'tally/unknown-instruction',
    'tally/invalid-onbuild-trigger',
    'dockerfilelint/invalid_command',
    'dockerfilelint/invalid_line',
  ],
  *check(file) {
    if (isTemplate(file)) return;
    const inLowerCase = file.unknown.length > 0 && isInLowerCase(file);
    for (const { instruction, nearest } of file.unknown) {
      const { keywordRange: at } = instruction;
      const written = file.source.text.slice(at.start, at.end);
      const word = written.length > 40 ? `${written.slice(0, 40)}…` : written;
      const meant = inLowerCase && written === written.toLowerCase() ? nearest?.toLowerCase() : nearest;
      const outcome = `\`${word}\` is no instruction, so ${instruction.onbuild ? 'a build on this image stops at it' : 'the build stops here'}.`;
      const belongs = instruction.onbuild ? '' : ' If it belongs to the command above, that line lacks its continuation.';
      yield {
        at,
        message: meant ? `${outcome} It looks like \`${meant}\`.` : `${outcome}${belongs}`,
        fix: meant ? { title: `Write \`${meant}\``, edits: [replace(at, meant)] } : undefined,
      };
    }
  },
});
