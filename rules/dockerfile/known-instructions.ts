import { isTemplate, replace, rule } from '#rule';

export default rule({
  id: 'known-instructions',
  on: 'dockerfile',
  title: 'Every line begins with an instruction that exists',
  severity: 'error',
  category: 'syntax',
  fixes: 'unsafe',
  also: ['dockerfile-utils/UNKNOWN_INSTRUCTION', 'tally/unknown-instruction'],
  *check(file) {
    if (isTemplate(file)) return;
    for (const { instruction, nearest } of file.unknown) {
      const { keyword, keywordRange: at } = instruction;
      const word = keyword.length > 40 ? `${keyword.slice(0, 40)}…` : keyword;
      yield {
        at,
        message: nearest
          ? `\`${word}\` is no instruction, so the build stops here. It looks like \`${nearest}\`.`
          : `\`${word}\` is no instruction, so the build stops here. If it belongs to the command above, that line lacks its continuation.`,
        fix: nearest ? { title: `Write \`${nearest}\``, edits: [replace(at, nearest)] } : undefined,
      };
    }
  },
});
