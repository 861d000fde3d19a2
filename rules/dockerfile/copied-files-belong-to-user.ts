import { type Instruction, insert, isRoot, isWindows, lastUser, rule, type Stage } from '#rule';

/** A later command that changes owners reaches these files, or may. */
function changesOwners(stage: Stage, copy: Instruction): boolean {
  const target = (copy.json ?? copy.words).at(-1)?.value ?? '';
  const later = stage.instructions.filter(({ keyword, range }) => keyword === 'RUN' && range.start > copy.range.start);
  return later.some(({ commands }) =>
    commands.some(
      ({ name, operands }) =>
        name === 'chown' &&
        operands
          .slice(1)
          .some(({ value }) => !value?.startsWith('/') || !target.startsWith('/') || `${target}/`.startsWith(value)),
    ),
  );
}

export default rule({
  id: 'copied-files-belong-to-user',
  on: 'dockerfile',
  title: 'Files copied after USER belong to that user',
  severity: 'info',
  category: 'reliability',
  presets: [],
  fixes: 'unsafe',
  also: ['tally/copy-after-user-without-chown'],
  *check(file) {
    for (const copy of file.instructions('COPY', 'ADD')) {
      const { stage } = copy;
      const user = stage && copy.interpreter.kind === 'posix' && !copy.flag('chown') ? lastUser(stage, copy) : null;
      if (!stage || !user || isRoot(file, user) !== false || isWindows(stage) || changesOwners(stage, copy)) continue;
      const name = user.words[0]?.text ?? '';
      yield {
        at: copy.keywordRange,
        message: `These files belong to root although \`USER ${name}\` is set: the program can read them, but not change them.`,
        subject: `${file.subject(copy.keywordRange)} ${copy.text.slice(0, 80)}`,
        fix: /^[\w:.${}-]+$/.test(name)
          ? {
              title: `Add \`--chown=${name}\`, so that the program can change them`,
              edits: [insert(copy.keywordRange.end, ` --chown=${name}`)],
            }
          : undefined,
      };
    }
  },
});
